package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.pipeline.Ingest;
import org.skywatt.cli.pipeline.TimeOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files into the tables. The same file twice changes nothing. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    subcommands = {
      NwpCommand.class,
      SatelliteImagesCommand.class,
      CapacityCommand.class,
      ResampleCommand.class,
      MaintainCommand.class
    },
    description = {
      "Takes files into the tables. The same file twice changes nothing; rows that cannot be read",
      "are refused, counted and listed, the rest is kept."
    },
    footer = {
      "",
      "Example:",
      "  skywatt ingest sites sites.csv --known-since 2026-01-01T00:00:00Z",
      "  skywatt ingest generation readings/ --delay 15m",
      "  skywatt ingest nwp --source gfs"
    })
public final class IngestCommand {
  @Spec private CommandSpec spec;

  @Option(
      names = "--master",
      paramLabel = "URL",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "Spark master, such as spark://host:7077 (default: $SPARK_MASTER, or this machine's"
              + " cores). Its machines see files and data folder under the same paths.")
  void master(String master) {
    Sessions.useMaster(master);
  }

  @Command(
      name = "sites",
      mixinStandardHelpOptions = true,
      description = "Sites from a CSV file.",
      footer = {
        "",
        "Columns: id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,",
        "  solar: dc_capacity_kw,tilt_deg,azimuth_deg  wind: hub_height_m,rotor_diameter_m,turbine",
        "Example: skywatt ingest sites sites.csv"
      })
  int sites(
      @Mixin DirOption dir,
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--known-since",
              paramLabel = "TIME",
              description =
                  "When these sites were first known (default: now). Backtests of earlier"
                      + " times do not see them.")
          String since)
      throws IOException {
    Instant known = since == null ? Instant.now() : TimeOptions.time("--known-since", since);
    return run(dir, ingest -> ingest.sites(file, known));
  }

  @Command(
      name = "generation",
      mixinStandardHelpOptions = true,
      description = "Metered generation from CSV files.",
      footer = {
        "",
        "Columns: site_id,start,end,power_kw[,available_at][,status]; times with Z or an offset.",
        "Example: skywatt ingest generation readings/ --delay 15m"
      })
  int generation(
      @Mixin DirOption dir,
      @Parameters(paramLabel = "FILE|DIR", description = "A file, or a folder of *.csv[.gz].")
          Path path,
      @Option(
              names = "--delay",
              defaultValue = "15m",
              description =
                  "From the end of an interval to its reading, where the file has no"
                      + " available_at (default: ${DEFAULT-VALUE}).")
          String delay)
      throws IOException {
    Duration known = TimeOptions.duration("--delay", delay);
    return run(dir, ingest -> ingest.generation(Ingest.files(path, "*.{csv,csv.gz}"), known));
  }

  @Command(
      name = "terrain",
      mixinStandardHelpOptions = true,
      description = {
        "The ground at every known site, from elevations in metres: a GeoTIFF, an SRTM tile (.hgt,",
        "zipped or not), an ESRI ASCII grid, or a folder of tiles that join into one."
      },
      footer = {"", "Example: skywatt ingest terrain tiles/ --files '*.hgt'"})
  int terrain(
      @Mixin DirOption dir,
      @Parameters(paramLabel = "FILE|DIR") Path path,
      @Option(
              names = "--files",
              defaultValue = "*.{tif,tiff,hgt,hgt.zip,asc}",
              description = "Which files of a folder (default: ${DEFAULT-VALUE}).")
          String files,
      @Option(
              names = "--source",
              defaultValue = "dem",
              description =
                  "Name of the elevation model in the tables (default: ${DEFAULT-VALUE}).")
          String source)
      throws IOException {
    return run(dir, ingest -> ingest.terrain(Ingest.files(path, files), source));
  }

  private int run(DirOption dir, Taking.Step step) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    return new Taking(dir.open(), out, new Progress(out)).run(step);
  }
}
