package org.skywatt.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Json;
import org.skywatt.cli.UsageException;

/**
 * A data folder that holds a simulated world, and says so in a file of its own: real and simulated
 * data never meet.
 *
 * @param seed of the world
 * @param from start of its history, ISO-8601
 */
record DemoFolder(long seed, String from) {
  /**
   * The world of {@code home}; a new one, whose history begins {@code history} before {@code
   * issue}, if there is none.
   *
   * @throws UsageException if the folder holds real data, or a world that begins too late
   */
  static DemoFolder open(DataHome home, long seed, Instant issue, Duration history)
      throws IOException {
    Path marker = home.simulatedMarker();
    if (Files.exists(marker)) {
      DemoFolder world = Json.MAPPER.readValue(marker.toFile(), DemoFolder.class);
      if (Instant.parse(world.from).plus(Duration.ofDays(20)).isAfter(issue)) {
        throw new UsageException(
            "the world in " + home.folder() + " begins at " + world.from + ": use another --dir");
      }
      return world;
    }
    if (Files.exists(home.warehouse())) {
      throw new UsageException(home.folder() + " holds real data: use another --dir");
    }
    Instant from = issue.minus(history).truncatedTo(ChronoUnit.DAYS);
    DemoFolder world = new DemoFolder(seed, from.toString());
    Json.write(marker, world);
    return world;
  }
}
