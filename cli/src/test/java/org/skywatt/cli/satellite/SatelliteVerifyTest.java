package org.skywatt.cli.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.motion.NowcastVerifier;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.motion.RowWorkers;
import org.skywatt.ingest.reader.FieldFiles;

/** Nowcasts of real images (SEVIRI HRV over Great Britain), of a third of the frame. */
class SatelliteVerifyTest {
  private static final Instant FIRST_ISSUE = Instant.parse("2020-04-01T12:30:00Z");
  private static final int ROWS = 400;
  private static final int COLUMNS = 700;
  private static final int TOP = 250;
  private static final int LEFT = 500;

  private final List<Instant> times = new ArrayList<>();
  private final List<Plane> images = new ArrayList<>();

  private void read() throws IOException {
    Path store =
        Path.of(System.getProperty("skywatt.shared", "")).resolve("gb_20200401/hrv_sat_data.zarr");
    assumeTrue(Files.isDirectory(store), "the real images are not there");
    FieldFiles.read(
        store,
        field -> {
          times.add(field.header().validTime());
          images.add(part(field.values(), field.grid().columns()));
        });
  }

  private static Plane part(float[] values, int columns) {
    float[] part = new float[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(values, (TOP + row) * columns + LEFT, part, row * COLUMNS, COLUMNS);
    }
    return new Plane(ROWS, COLUMNS, part);
  }

  @Test
  void beatsPersistenceByTheBar() throws IOException {
    read();
    try (RowWorkers workers = new RowWorkers(2)) {
      NowcastVerifier verifier = new NowcastVerifier(FIRST_ISSUE, Duration.ofMinutes(30), workers);
      for (int i = 0; i < images.size(); i++) {
        verifier.add(times.get(i), images.get(i));
      }
      assertThat(verifier.finish())
          .hasSize(6)
          .allSatisfy(
              score ->
                  assertThat(score.rmse() / score.rmsePersistence())
                      .as("%s", score.lead())
                      .isLessThan(0.58));
    }
  }
}
