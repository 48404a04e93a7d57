package org.skywatt.ingest.gefcom2014;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.csv.CsvTable;
import org.skywatt.ingest.csv.Rejections;
import org.skywatt.ingest.csv.RowException;
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
    Map<Integer, Site> zones = zones(track);
    Rejections rejections =
        CsvTable.read(
            file,
            required,
            row -> {
              int zone = zone(row, zones);
              Instant validTime = row.time("valid_time");
              float[] values = new float[Variable.COUNT];
              Arrays.fill(values, Float.NaN);
              set(values, Variable.WIND_U_10M, row.number("u10"));
              set(values, Variable.WIND_V_10M, row.number("v10"));
              if (solar) {
                set(values, Variable.CLOUD_WATER, row.number("tclw"));
                set(values, Variable.CLOUD_ICE, row.number("tciw"));
                set(values, Variable.SURFACE_PRESSURE, row.number("sp"));
                set(values, Variable.RELATIVE_HUMIDITY, row.number("r") / 100);
                set(values, Variable.CLOUD_COVER, row.number("tcc"));
                set(values, Variable.TEMPERATURE_2M, row.number("t2m"));
                double[] rates =
                    accumulations
                        .computeIfAbsent(zone, unused -> new Accumulations())
                        .rates(
                            validTime,
                            row.number("ssrd"),
                            row.number("strd"),
                            row.number("tsr"),
                            row.number("tp"));
                set(values, Variable.GHI, rates[0]);
                set(values, Variable.LONGWAVE_DOWN, rates[1]);
                set(values, Variable.TOA_NET_SHORTWAVE, rates[2]);
                set(values, Variable.PRECIPITATION, rates[3] * KG_A_METRE_OF_WATER);
              } else {
                set(values, Variable.WIND_U_100M, row.number("u100"));
                set(values, Variable.WIND_V_100M, row.number("v100"));
              }
              Instant run = monthStart(validTime);
              samples.add(
                  new NwpSample(
                      zones.get(zone).id().value(), SOURCE, 0, run, validTime, run, values));
            });
    return new Sampled<>(samples, rejections.count(), rejections.reasons());
  }

  /** Power of every zone and hour, available at the start of the month after. */
  public static Sampled<GenerationSample> generation(Path file, String track) throws IOException {
    Map<Integer, Site> zones = zones(track);
    List<GenerationSample> samples = new ArrayList<>();
    Rejections rejections =
        CsvTable.read(
            file,
            List.of("zone", "valid_time", "power"),
            row -> {
              Site site = zones.get(zone(row, zones));
              Instant validTime = row.time("valid_time");
              double fraction = row.number("power");
              if (!Double.isNaN(fraction)) {
                samples.add(
                    new GenerationSample(
                        site.id().value(),
                        validTime.minus(HOUR),
                        validTime,
                        nextMonthStart(validTime),
                        fraction * site.capacityKw(),
                        0));
              }
            });
    return new Sampled<>(samples, rejections.count(), rejections.reasons());
  }

  private static Map<Integer, Site> zones(String track) {
    List<Site> sites = track.equals("solar") ? Gefcom2014Sites.solar() : Gefcom2014Sites.wind();
    Map<Integer, Site> zones = new HashMap<>();
    for (Site site : sites) {
      zones.put(zones.size() + 1, site);
    }
    return zones;
  }

  private static int zone(CsvTable.Row row, Map<Integer, Site> zones) throws RowException {
    double zone = row.number("zone");
    if (!(zone == Math.rint(zone)) || !zones.containsKey((int) zone)) {
      throw row.refuse("zone", "'" + row.text("zone") + "' is not 1 to " + zones.size());
    }
    return (int) zone;
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
    private double[] previous = {};
    private Instant at = Instant.MIN;

    /** A rate a sum; NaN where the row of the hour before is missing. */
    double[] rates(Instant validTime, double... sums) {
      boolean firstHour = validTime.atOffset(ZoneOffset.UTC).getHour() == 1;
      boolean follows = at.equals(validTime.minus(HOUR));
      double[] rates = new double[sums.length];
      for (int i = 0; i < rates.length; i++) {
        double before = firstHour ? 0 : follows ? previous[i] : Double.NaN;
        rates[i] = (sums[i] - before) / SECONDS_AN_HOUR;
      }
      previous = sums;
      at = validTime;
      return rates;
    }
  }
}
