package org.skywatt.ingest.hornsrev;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.csv.CsvTable;
import org.skywatt.ingest.csv.Rejections;
import org.skywatt.ingest.csv.RowException;

/**
 * The file's samples. Times are UTC, written {@code yyyyMMdd HH:mm}, and hour-ending; the 24 hours
 * to midnight are those of the run of 00 UTC. The archive holds no times of publication, so a run
 * is taken to be known at its reference time, and power at the end of its hour.
 *
 * @param rejections rows that were refused
 */
public record HornsRevFile(
    List<NwpSample> nwp, List<GenerationSample> generation, Rejections rejections) {
  public static final Site SITE =
      new WindSite(
          new SiteId("hornsrev-1"),
          "Horns Rev 1",
          "hornsrev",
          new Location(55.486, 7.840, 0),
          160_000,
          70,
          80,
          "Vestas V80-2.0");

  private static final String SOURCE = "ecmwf";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm");
  private static final double MOST_FRACTION = 1.1;

  /**
   * @throws IOException if the file is unreadable or misses a column
   */
  public static HornsRevFile read(Path file) throws IOException {
    List<NwpSample> nwp = new ArrayList<>();
    List<GenerationSample> generation = new ArrayList<>();
    Rejections rejections =
        CsvTable.read(
            file,
            List.of("valid_time", "power", "u10", "v10", "u100", "v100"),
            row -> {
              Instant end = end(row);
              double fraction = row.number("power");
              if (fraction < 0 || fraction > MOST_FRACTION) {
                throw row.refuse("power", fraction + " is no fraction of capacity");
              }
              float[] values = new float[Variable.COUNT];
              Arrays.fill(values, Float.NaN);
              values[Variable.WIND_U_10M.ordinal()] = (float) row.number("u10");
              values[Variable.WIND_V_10M.ordinal()] = (float) row.number("v10");
              values[Variable.WIND_U_100M.ordinal()] = (float) row.number("u100");
              values[Variable.WIND_V_100M.ordinal()] = (float) row.number("v100");
              Instant run = end.minus(HOUR).truncatedTo(ChronoUnit.DAYS);
              String id = SITE.id().value();
              nwp.add(new NwpSample(id, SOURCE, 0, run, end, run, values));
              if (!Double.isNaN(fraction)) {
                generation.add(
                    new GenerationSample(
                        id, end.minus(HOUR), end, end, fraction * SITE.capacityKw(), 0));
              }
            });
    return new HornsRevFile(nwp, generation, rejections);
  }

  private static Instant end(CsvTable.Row row) throws RowException {
    String text = row.text("valid_time");
    try {
      return LocalDateTime.parse(text, STAMP).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw row.refuse("valid_time", "'" + text + "' is no time like 20170131 23:00 (UTC)");
    }
  }
}
