package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.Ingest;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.ingest.job.NwpFile;
import org.skywatt.ingest.satellite.SatelliteFileSampler;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.catalog.ImageSources;
import org.skywatt.ingest.source.local.SettledFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt ingest satellite}: images that are here, or fetched from their provider. */
@Command(
    name = "satellite",
    mixinStandardHelpOptions = true,
    description = {
      "Satellite images: the cloud index at and around every known site, and where the clouds go in",
      "the next four hours. From files that are here (HRIT, ABI, FCI, Himawari, geostationary NetCDF",
      "and Zarr), or fetched from a source (--list names them). The ground under the clouds is learned",
      "from the same time of day on the days before: five days of images are needed before the first",
      "index. Images with a ground_reflectance of their own need none.",
      "EUMETSAT's key and secret come from SKYWATT_EUMETSAT_KEY and SKYWATT_EUMETSAT_SECRET."
    },
    footer = {
      "",
      "Example:",
      "  skywatt ingest satellite --source goes-east --back 2h",
      "  skywatt ingest satellite hrit/ --source msg --files 'H-000-*' --visible HRV"
          + " --infrared IR_108",
      "  skywatt ingest satellite incoming/ --source msg --visible HRV --watch 1m"
    })
final class SatelliteImagesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..1",
      description = "Images that are here; without it, the source is fetched.")
  private Path path;

  @Option(names = "--list", description = "List the sources that can be fetched.")
  private boolean list;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The source to fetch, or for files the product's name in the tables.")
  private String name;

  @Option(
      names = "--back",
      paramLabel = "DURATION",
      defaultValue = "2h",
      description = "How far back from now to fetch (default: ${DEFAULT-VALUE}).")
  private String back;

  @Option(
      names = "--url",
      paramLabel = "BASE",
      description = "Another address of the source, such as a mirror.")
  private String url;

  @Option(
      names = "--delay",
      defaultValue = "10m",
      description =
          "From a scan to its publication, where the server does not say (default:"
              + " ${DEFAULT-VALUE}).")
  private String delay;

  @Option(
      names = "--files",
      defaultValue = "*",
      description = "Which files of a folder (default: ${DEFAULT-VALUE}).")
  private String files;

  @Option(
      names = "--every",
      defaultValue = "15m",
      description = "Time between the frames of files (default: ${DEFAULT-VALUE}).")
  private String every;

  @Option(
      names = "--visible",
      defaultValue = "HRV",
      description =
          "Channel of visible light, as the provider names it (default: ${DEFAULT-VALUE}).")
  private String visible;

  @Option(
      names = "--infrared",
      defaultValue = "",
      description = "Channel at about 10.8 µm for the night, such as IR_108, C13 or ir_105.")
  private String infrared;

  @Option(
      names = "--watch",
      paramLabel = "INTERVAL",
      description =
          "Go on: look for new images again and again, until the command is stopped. Files of a"
              + " folder are read when they have not changed for two seconds.")
  private String watch;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      ImageSources.all()
          .forEach(
              source ->
                  out.printf("%-16s %s; %s%n", source.id(), source.title(), source.licence()));
      return 0;
    }
    if (name == null) {
      throw new UsageException("--source is missing; --list names those that can be fetched");
    }
    if (watch == null) {
      return once(out);
    }
    return new Watching(TimeOptions.duration("--watch", watch), out).run(() -> once(out));
  }

  private int once(PrintWriter out) throws IOException {
    return path == null ? fetch(out) : takeFiles(out);
  }

  private int takeFiles(PrintWriter out) throws IOException {
    if (url != null) {
      throw new UsageException("--url is for fetching, not for " + path);
    }
    DataHome home = dir.open();
    List<Path> found = found(out);
    if (found.isEmpty()) {
      out.println("no image is there yet");
      return 0;
    }
    SatelliteSource source =
        new SatelliteSource(
            name,
            TimeOptions.duration("--delay", delay),
            files,
            TimeOptions.duration("--every", every),
            visible,
            infrared);
    Taking taking = new Taking(home, out, new Progress(out));
    List<Path> own = found.stream().filter(SatelliteFileSampler::reads).toList();
    List<Path> frames = found.stream().filter(each -> !own.contains(each)).toList();
    int code = own.isEmpty() ? 0 : taking.run(ingest -> ingest.satellite(own, source));
    return frames.isEmpty()
        ? code
        : Math.max(
            code,
            taking.run(ingest -> ingest.frames(frames.stream().map(NwpFile::of).toList(), source)));
  }

  private List<Path> found(PrintWriter out) throws IOException {
    boolean isStore = Files.isDirectory(path) && path.toString().endsWith(".zarr");
    if (!Files.isDirectory(path) || isStore) {
      return List.of(Ingest.existing(path));
    }
    SettledFiles settled = SettledFiles.find(path, files, Duration.ofSeconds(2));
    settled.unsettled().forEach(file -> out.println("  still written, left for later: " + file));
    if (settled.files().isEmpty() && settled.unsettled().isEmpty() && watch == null) {
      return Ingest.files(path, files); // which says that there is none
    }
    return settled.files();
  }

  private int fetch(PrintWriter out) throws IOException {
    Source source =
        ImageSources.find(name)
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no source '"
                            + name
                            + "' ("
                            + String.join(
                                ", ", ImageSources.all().stream().map(Source::id).toList())
                            + "): name files"));
    Instant now = Instant.now();
    return new ImageFetch(dir.open(), source, url, out)
        .take(
            now.minus(TimeOptions.duration("--back", back)),
            now,
            TimeOptions.duration("--delay", delay));
  }
}
