package org.skywatt.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.skywatt.core.field.FieldsFileWriter;
import org.skywatt.core.field.FieldsHeader;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.variable.Variable;

/** Published weather of a steady wind from the west, hourly for two days. */
final class Weather {
  private Weather() {}

  static Path publish(Path published, Instant initTime, float windMs) throws IOException {
    Path folder = Files.createDirectories(published.resolve("fields"));
    Path file = folder.resolve("test-nwp_" + windMs + ".arrow");
    LatLonGrid grid = new LatLonGrid(46, 0.5, 5, 7, 0.5, 5);
    FieldsHeader header = new FieldsHeader("test-nwp", initTime, initTime, "CC-BY-4.0", grid);
    try (FieldsFileWriter writer = FieldsFileWriter.create(file, header)) {
      for (Variable variable :
          List.of(
              Variable.WIND_U_100M,
              Variable.WIND_U_10M,
              Variable.WIND_V_100M,
              Variable.WIND_V_10M)) {
        float[] values = new float[grid.size()];
        Arrays.fill(values, variable.column().contains("_u_") ? windMs : 0);
        for (int hour = 0; hour <= 48; hour++) {
          writer.add(variable, initTime.plus(Duration.ofHours(hour)), values);
        }
      }
      writer.commit();
    }
    return file;
  }
}
