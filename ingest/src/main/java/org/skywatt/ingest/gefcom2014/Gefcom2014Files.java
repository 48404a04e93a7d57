package org.skywatt.ingest.gefcom2014;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.file.Sampled;

/** A track's file as samples. */
public final class Gefcom2014Files {
  public static final String SOURCE = "gefcom2014";

  private static final Duration HOUR = Duration.ofHours(1);
  private static final double SECONDS_AN_HOUR = 3600;
  private static final double KG_A_METRE_OF_WATER = 1000;

  private Gefcom2014Files() {}

  /**
   * NWP of every zone and hour, one run a calendar month, available at its start.
   *
   * @param track {@code solar} or {@code wind}
   * @throws IOException if the file is unreadable or misses a column
   */
  public static Sampled<NwpSample> nwp(Path file, String track) throws IOException {
    boolean solar = track.equals("solar");
    List<String> required =
        solar
            ? List.of("zone", "valid_time", "ssrd", "strd", "tsr", "tp", "tcc", "u10", "v10", "t2m")
            : List.of("zone", "valid_time", "u10", "v10", "u100", "v100");
    Map<Integer, Accumulations> accumulations = new HashMap<>();
    List<NwpSample> samples = new ArrayList<>();
    Gefcom2014Reader reader = new Gefcom2014Reader();
    reader.read(
        file,
        required,
        (zone, validTime, columns) -> {
          float[] values = new float[Variable.COUNT];
          java.util.Arrays.fill(values, Float.NaN);
          set(values, Variable.WIND_U_10M, columns.number("u10"));
          set(values, Variable.WIND_V_10M, columns.number("v10"));
          if (solar) {
            set(values, Variable.CLOUD_WATER, columns.number("tclw"));
            set(values, Variable.CLOUD_ICE, columns.number("tciw"));
            set(values, Variable.SURFACE_PRESSURE, columns.number("sp"));
            set(values, Variable.RELATIVE_HUMIDITY, columns.number("r") / 100);
            set(values, Variable.CLOUD_COVER, columns.number("tcc"));
            set(values, Variable.TEMPERATURE_2M, columns.number("t2m"));
            Accumulations sums = accumulations.computeIfAbsent(zone, z -> new Accumulations());
            sums.advance(validTime);
            set(values, Variable.GHI, sums.rate("ssrd", columns.number("ssrd")));
            set(values, Variable.LONGWAVE_DOWN, sums.rate("strd", columns.number("strd")));
            set(values, Variable.TOA_NET_SHORTWAVE, sums.rate("tsr", columns.number("tsr")));
            set(
                values,
                Variable.PRECIPITATION,
                sums.rate("tp", columns.number("tp")) * KG_A_METRE_OF_WATER);
          } else {
            set(values, Variable.WIND_U_100M, columns.number("u100"));
            set(values, Variable.WIND_V_100M, columns.number("v100"));
          }
          Instant run = monthStart(validTime);
          samples.add(
              new NwpSample(
                  Gefcom2014Sites.id(track, zone).value(), SOURCE, 0, run, validTime, run, values));
        });
    return new Sampled<>(samples, reader.refused(), reader.reasons());
  }

  /** Power of every zone and hour, available at the start of the month after. */
  public static Sampled<GenerationSample> generation(Path file, String track) throws IOException {
    Map<String, Double> capacity = new HashMap<>();
    for (Site site : track.equals("solar") ? Gefcom2014Sites.solar() : Gefcom2014Sites.wind()) {
      capacity.put(site.id().value(), site.capacityKw());
    }
    List<GenerationSample> samples = new ArrayList<>();
    Gefcom2014Reader reader = new Gefcom2014Reader();
    reader.read(
        file,
        List.of("zone", "valid_time", "power"),
        (zone, validTime, columns) -> {
          double fraction = columns.number("power");
          String site = Gefcom2014Sites.id(track, zone).value();
          if (!capacity.containsKey(site)) {
            throw new IllegalArgumentException("zone " + zone + " is unknown");
          }
          if (!Double.isNaN(fraction)) {
            samples.add(
                new GenerationSample(
                    site,
                    validTime.minus(HOUR),
                    validTime,
                    nextMonthStart(validTime),
                    fraction * capacity.get(site),
                    0));
          }
        });
    return new Sampled<>(samples, reader.refused(), reader.reasons());
  }

  /** Start of the month that the hour ending at {@code validTime} lies in. */
  public static Instant monthStart(Instant validTime) {
    return start(YearMonth.from(validTime.minus(HOUR).atOffset(ZoneOffset.UTC)));
  }

  private static Instant nextMonthStart(Instant validTime) {
    return start(YearMonth.from(validTime.minus(HOUR).atOffset(ZoneOffset.UTC)).plusMonths(1));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static void set(float[] values, Variable variable, double value) {
    values[variable.ordinal()] = (float) value;
  }

  /** Turns sums since 00 UTC into the mean rate over each hour, for one zone. */
  private static final class Accumulations {
    private final Map<String, Double> previous = new HashMap<>();
    private Instant at = Instant.MIN;
    private boolean firstHour;
    private boolean gap;

    void advance(Instant validTime) {
      firstHour = validTime.atOffset(ZoneOffset.UTC).getHour() == 1;
      gap = !validTime.equals(at.equals(Instant.MIN) ? null : at.plus(HOUR));
      at = validTime;
    }

    double rate(String column, double sum) {
      Double before = previous.put(column, sum);
      if (firstHour) {
        return sum / SECONDS_AN_HOUR;
      }
      return gap || before == null ? Double.NaN : (sum - before) / SECONDS_AN_HOUR;
    }
  }
}
