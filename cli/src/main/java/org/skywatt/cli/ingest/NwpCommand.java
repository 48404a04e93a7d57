package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.Fetching;
import org.skywatt.cli.pipeline.Ingest;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.ingest.fetch.Addresses;
import org.skywatt.ingest.fetch.Credentials;
import org.skywatt.ingest.fetch.FetchSettings;
import org.skywatt.ingest.fetch.HttpFetcher;
import org.skywatt.ingest.job.NwpFile;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.catalog.Sources;
import org.skywatt.ingest.source.local.SettledFiles;
import org.skywatt.ingest.source.run.FetchedRun;
import org.skywatt.ingest.source.template.TemplateSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt ingest nwp}: files that are here, or runs fetched from their provider. */
@Command(
    name = "nwp",
    mixinStandardHelpOptions = true,
    description = {
      "Weather model runs, sampled at every known site: from files that are here, or fetched from a",
      "public source (--list names them), only the parts that are used. What is here already is not",
      "fetched again; of a run that is still being published what is complete is taken, and the next",
      "call goes on. Proxies come from HTTPS_PROXY and NO_PROXY, credentials from SKYWATT_AUTH_SOURCE."
    },
    footer = {
      "",
      "Example:",
      "  skywatt ingest nwp --source gfs --horizon 48h",
      "  skywatt ingest nwp runs/ --source my-model --delay 4h",
      "  skywatt ingest nwp --source my-model --every 6h --url"
          + " 'https://host/{yyyyMMdd}/{HH}/f_{step:03d}.grib2'"
    })
final class NwpCommand implements Callable<Integer> {
  private static final Duration DEFAULT_DELAY = Duration.ofHours(3);

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private SamplingOption sampling;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..1",
      description = "Files that are here; without it, the source is fetched.")
  private Path path;

  @Option(names = "--list", description = "List the sources that can be fetched.")
  private boolean list;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The source to fetch, or for files the weather model's name in the tables.")
  private String name;

  @Option(
      names = "--run",
      paramLabel = "TIME",
      defaultValue = "latest",
      description = "Reference time of the run to fetch (default: ${DEFAULT-VALUE}).")
  private String run;

  @Option(
      names = "--horizon",
      defaultValue = "48h",
      description = "How far ahead to fetch (default: ${DEFAULT-VALUE}).")
  private String horizon;

  @Option(
      names = "--url",
      paramLabel = "BASE",
      description =
          "Another address of the source, such as a mirror; or of any source, a template with"
              + " {yyyyMMdd}, {HH}, {step:03d}.")
  private String url;

  @Option(
      names = "--every",
      defaultValue = "6h",
      description = "Time between the runs of a template (default: ${DEFAULT-VALUE}).")
  private String every;

  @Option(
      names = "--step",
      defaultValue = "1h",
      description = "Time between the steps of a template (default: ${DEFAULT-VALUE}).")
  private String step;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Fetch into this folder and keep all (default: the data folder, two runs).")
  private Path keep;

  @Option(
      names = "--delay",
      description =
          "From a run's reference time to its publication (default: what the server says, else what"
              + " was learned of the source, else 3h).")
  private String delay;

  @Option(
      names = "--files",
      defaultValue = "*.{grib2,grb2,grib,grb,nc,bz2,gz,xz}",
      description = "Which files of a folder (default: ${DEFAULT-VALUE}).")
  private String files;

  @Option(
      names = "--settle",
      defaultValue = "2s",
      description =
          "Files of a folder that changed more recently may still be written, and are looked at"
              + " again after that time (default: ${DEFAULT-VALUE}).")
  private String settle;

  @Override
  public Integer call() throws IOException {
    if (list) {
      Sources.all().forEach(this::describe);
      return 0;
    }
    if (name == null) {
      throw new UsageException("--source is missing; --list names those that can be fetched");
    }
    return path == null ? fetch() : takeFiles();
  }

  private void describe(Source source) {
    spec.commandLine()
        .getOut()
        .printf(
            "%-14s %s; every %d h; %s; %s%n",
            source.id(),
            source.title(),
            source.cycle().toHours(),
            source.grain(),
            source.licence());
  }

  private int takeFiles() throws IOException {
    if (url != null || keep != null || !run.equals("latest")) {
      throw new UsageException("--url, --keep and --run are for fetching, not for " + path);
    }
    PrintWriter out = spec.commandLine().getOut();
    DataHome home = dir.open();
    Duration published =
        delay != null
            ? TimeOptions.duration("--delay", delay)
            : Fetching.delays(home.fetched(), name).typical().orElse(DEFAULT_DELAY);
    NwpSource source = new NwpSource(name, published, files, sampling.options());
    return new Taking(home, out, new Progress(out))
        .run(ingest -> ingest.nwp(settledFiles(out), source));
  }

  private List<Path> settledFiles(PrintWriter out) throws IOException {
    if (!Files.isDirectory(path)) {
      return Ingest.files(path, files);
    }
    SettledFiles found = SettledFiles.find(path, files, TimeOptions.duration("--settle", settle));
    found.unsettled().forEach(file -> out.println("  still written, left for later: " + file));
    return found.files().isEmpty() && found.unsettled().isEmpty()
        ? Ingest.files(path, files)
        : found.files();
  }

  private int fetch() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    DataHome home = dir.open();
    Source source = source();
    String base = url == null || url.contains("{") ? source.base() : url;
    Duration ahead = TimeOptions.duration("--horizon", horizon);
    Optional<Instant> wanted =
        run.equals("latest") ? Optional.empty() : Optional.of(TimeOptions.time("--run", run));
    Credentials credentials = Credentials.of(source.id(), address(base), System.getenv());
    Fetching fetching;
    List<FetchedRun> runs;
    try (HttpFetcher http = new HttpFetcher(FetchSettings.DEFAULT, credentials, System.getenv())) {
      Remote remote = new Remote(http, address(base));
      fetching =
          new Fetching(source, remote, keep == null ? home.fetched() : keep, ahead, progress::say);
      runs = wanted.isPresent() ? fetching.at(wanted.get()) : fetching.latest(Instant.now());
    }
    out.println(
        "from " + Addresses.show(address(base)) + ": " + source.grain() + "; " + source.licence());
    runs.forEach(each -> fetching.tell(each, out::println));
    out.flush();
    int code = take(runs, source, new Taking(home, out, progress));
    if (keep == null && code == 0) {
      fetching.clean();
    }
    return runs.stream().allMatch(each -> each.refused().isEmpty()) ? code : 1;
  }

  private int take(List<FetchedRun> runs, Source source, Taking taking) throws IOException {
    int code = 0;
    for (FetchedRun each : runs) {
      if (!each.files().isEmpty()) {
        NwpSource described =
            new NwpSource(source.id(), publicationDelay(each), "*", sampling.options());
        List<NwpFile> fetched = new ArrayList<>();
        each.files()
            .forEach(
                (file, published) ->
                    fetched.add(
                        new NwpFile(
                            file.toAbsolutePath().toString(), delay == null ? published : null)));
        code =
            Math.max(code, taking.run(ingest -> ingest.nwp(fetched, described, source.licence())));
      }
    }
    return code;
  }

  /** What is told, else when the last of the files could be read. */
  private Duration publicationDelay(FetchedRun fetched) {
    if (delay != null) {
      return TimeOptions.duration("--delay", delay);
    }
    Instant last = fetched.files().values().stream().max(Comparator.naturalOrder()).orElseThrow();
    return Duration.between(fetched.run(), last);
  }

  private Source source() {
    Optional<Source> known = Sources.find(name);
    if (known.isPresent() && (url == null || !url.contains("{"))) {
      return known.get();
    }
    if (url == null) {
      throw new UsageException(
          "there is no source '"
              + name
              + "' ("
              + String.join(", ", Sources.all().stream().map(Source::id).toList())
              + "): name files, or a template with --url");
    }
    try {
      int hours = Math.toIntExact(TimeOptions.duration("--step", step).toHours());
      return TemplateSource.of(name, url, TimeOptions.duration("--every", every), hours);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--url " + e.getMessage());
    }
  }

  private static URI address(String base) {
    try {
      return Addresses.parse(base);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--url " + e.getMessage());
    }
  }
}
