package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.run.FetchedRun;
import org.skywatt.ingest.source.run.PublicationDelays;
import org.skywatt.ingest.source.run.RunFetcher;

/** Fetches the runs of a source that are wanted, and tells what came. */
public final class Fetching {
  private static final int PARALLEL_FILES = 4;
  private static final Duration OLDEST_LATEST = Duration.ofDays(2);
  private static final int RUNS_KEPT = 2;
  private static final int NAMES_TOLD = 3;

  private final Source source;
  private final Path folder;
  private final PublicationDelays delays;
  private final RunFetcher fetcher;
  private final Duration horizon;
  private final Consumer<String> progress;

  /**
   * @param folder of all fetched sources
   * @param horizon longest lead time wanted
   */
  public Fetching(
      Source source, Remote remote, Path folder, Duration horizon, Consumer<String> progress)
      throws IOException {
    this.source = source;
    this.folder = folder.resolve(source.id());
    this.delays = delays(folder, source.id());
    this.horizon = horizon;
    this.progress = progress;
    this.fetcher =
        new RunFetcher(source, remote, this.folder, PARALLEL_FILES, Clock.systemUTC(), progress);
  }

  /** What was learned of when a source publishes. */
  public static PublicationDelays delays(Path folder, String source) throws IOException {
    return PublicationDelays.open(folder.resolve(source + ".json"));
  }

  /**
   * The run of a reference time.
   *
   * @throws IOException if nothing of it is published
   */
  public List<FetchedRun> at(Instant run) throws IOException {
    FetchedRun fetched = fetch(run);
    if (!fetched.isStarted()) {
      throw new IOException(
          "nothing of the run " + run + " of " + source.id() + " is there (yet, or any more)");
    }
    return List.of(fetched);
  }

  /**
   * The newest run; where that is still being published, also the one before, so that there is one
   * to its end.
   *
   * @throws IOException if none of the last two days is published
   */
  public List<FetchedRun> latest(Instant now) throws IOException {
    int count = (int) (OLDEST_LATEST.toSeconds() / source.cycle().toSeconds());
    List<FetchedRun> started = new ArrayList<>();
    for (Instant run : source.runs(now, count)) {
      FetchedRun fetched = fetch(run);
      if (fetched.isStarted()) {
        started.add(0, fetched);
        if (fetched.isComplete() || started.size() == 2) {
          break;
        }
      }
    }
    if (started.isEmpty()) {
      throw new IOException(
          "no run of " + source.id() + " of the last 48 h is published there; check --url");
    }
    return started;
  }

  /**
   * Every run whose time lies in {@code [from, to]} and of which something is published, the oldest
   * first.
   *
   * @throws IOException if there is none
   */
  public List<FetchedRun> between(Instant from, Instant to) throws IOException {
    int count = (int) (Duration.between(from, to).toSeconds() / source.cycle().toSeconds()) + 1;
    List<FetchedRun> started = new ArrayList<>();
    for (Instant run : source.runs(to, count)) {
      FetchedRun fetched = fetch(run);
      if (fetched.isStarted()) {
        started.add(0, fetched);
      }
    }
    if (started.isEmpty()) {
      throw new IOException(
          "nothing of " + source.id() + " from " + from + " to " + to + " is published there");
    }
    return started;
  }

  private FetchedRun fetch(Instant run) throws IOException {
    FetchedRun fetched = fetcher.fetch(run, horizon);
    if (fetched.isStarted()) {
      delays.learn(fetched);
    }
    return fetched;
  }

  /** Tells of a run: what came, what is missing, when the next is due. */
  public void tell(FetchedRun run, Consumer<String> out) {
    int all = run.files().size() + run.missing().size() + run.refused().size();
    out.accept(
        String.format(
            "%s run %s: %d of %d files, %s",
            source.id(), run.run(), run.files().size(), all, run.bytesLine()));
    if (!run.missing().isEmpty()) {
      out.accept(
          "  "
              + run.missing().size()
              + " not published yet ("
              + String.join(", ", run.missing().stream().limit(NAMES_TOLD).toList())
              + (run.missing().size() > NAMES_TOLD ? " …" : "")
              + "): run the command again later");
    }
    run.refused().forEach(reason -> out.accept("  refused: " + reason));
    delays
        .typical()
        .ifPresent(
            delay ->
                out.accept(
                    "  nine of ten runs are complete within "
                        + words(delay)
                        + "; the next is expected by "
                        + run.run().plus(source.cycle()).plus(delay)));
  }

  /** Removes the files of older runs: what they said is in the tables. */
  public void clean() throws IOException {
    List<Path> runs = runFolders();
    remove(runs.subList(Math.min(RUNS_KEPT, runs.size()), runs.size()));
  }

  /** Removes the files of runs of before {@code time}, likewise. */
  public void cleanBefore(Instant time) throws IOException {
    String oldest = fetcher.folder(time).getFileName().toString();
    remove(
        runFolders().stream()
            .filter(run -> run.getFileName().toString().compareTo(oldest) < 0)
            .toList());
  }

  /** Newest first. */
  private List<Path> runFolders() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
  }

  private void remove(List<Path> runs) throws IOException {
    for (Path run : runs) {
      FileUtils.deleteDirectory(run.toFile());
      progress.accept("removed " + run);
    }
  }

  private static String words(Duration delay) {
    return delay.toHours() + " h " + delay.toMinutesPart() + " min";
  }
}
