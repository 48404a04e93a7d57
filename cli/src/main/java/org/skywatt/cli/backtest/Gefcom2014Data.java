package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.skywatt.cli.DataHome;
import org.skywatt.ingest.gefcom2014.Gefcom2014Archive;
import org.skywatt.ingest.job.FileDigest;

/** Finds a track's table, making it of the competition's archive where that is given. */
final class Gefcom2014Data {
  private Gefcom2014Data() {}

  /**
   * @param data the archive, or a folder with it or with the tables
   * @throws NoSuchFileException if there is neither
   */
  static Path table(Path data, Gefcom2014Track track, DataHome home) throws IOException {
    String name = track.text() + ".csv.gz";
    if (Files.isRegularFile(data)) {
      return of(data, track, home);
    }
    if (Files.isRegularFile(data.resolve(name))) {
      return data.resolve(name);
    }
    String letter = track.text().substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    for (String archive :
        List.of(
            "GEFCom2014-" + letter + "_V2.zip",
            "GEFCom2014 Data/GEFCom2014-" + letter + "_V2.zip",
            "GEFCom2014.zip")) {
      if (Files.isRegularFile(data.resolve(archive))) {
        return of(data.resolve(archive), track, home);
      }
    }
    throw new NoSuchFileException(
        data.resolve(name) + " (--data names the folder that holds it, or the archive)");
  }

  /** The table of an archive; one that was made before is taken as it is. */
  private static Path of(Path archive, Gefcom2014Track track, DataHome home) throws IOException {
    Path made =
        home.folder()
            .resolve("gefcom2014")
            .resolve(track.text() + "-" + FileDigest.sha256(archive).substring(0, 12) + ".csv.gz");
    if (!Files.isRegularFile(made)) {
      Gefcom2014Archive.toTable(archive, track.text(), made);
    }
    return made;
  }
}
