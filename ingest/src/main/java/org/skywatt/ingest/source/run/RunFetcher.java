package org.skywatt.ingest.source.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.skywatt.ingest.fetch.FetchException;
import org.skywatt.ingest.fetch.FetchException.Kind;
import org.skywatt.ingest.source.BadIndexException;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.Source;

/**
 * Fetches a run of a source into a folder of its own. What is here already is not fetched again;
 * what is not published yet is told, and the next call goes on with it.
 */
public final class RunFetcher {
  private final Source source;
  private final Remote remote;
  private final Path folder;
  private final int parallel;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * @param folder of all runs of the source
   * @param parallel files at a time
   * @param progress told a line now and then
   */
  public RunFetcher(
      Source source,
      Remote remote,
      Path folder,
      int parallel,
      Clock clock,
      Consumer<String> progress) {
    this.source = source;
    this.remote = remote;
    this.folder = folder;
    this.parallel = parallel;
    this.clock = clock;
    this.progress = progress;
  }

  /** What became of one file: an entry, or why there is none. */
  private record Outcome(
      RemoteFile file,
      Optional<Manifest.Entry> entry,
      long networkBytes,
      boolean fetched,
      String refusal) {
    static Outcome unpublished(RemoteFile file) {
      return new Outcome(file, Optional.empty(), 0, false, "");
    }

    boolean isUnpublished() {
      return entry.isEmpty() && refusal.isEmpty();
    }
  }

  /** Where the files of a run lie. */
  public Path folder(Instant run) {
    return folder.resolve(RunTime.format("yyyyMMdd'T'HHmm'Z'", run));
  }

  /**
   * Fetches what there is of a run.
   *
   * @param horizon longest lead time wanted
   * @throws IOException if its folder cannot be listed, or nothing can be reached or written
   */
  public FetchedRun fetch(Instant run, Duration horizon) throws IOException {
    Plan plan;
    try {
      plan = source.plan(run, horizon, remote);
    } catch (FetchException e) {
      if (!isUnpublished(e)) {
        throw e;
      }
      plan = new Plan(List.of(), List.of("all of it"), -1);
    }
    Path own = folder(run);
    Manifest manifest = Manifest.open(own, source.id(), run.toString());
    FileFetcher files = new FileFetcher(remote, own, clock);
    List<Outcome> outcomes = new ArrayList<>();
    // Where one file cannot be had after all tries, the others are not tried either: what came is
    // used, and the next call goes on.
    AtomicReference<IOException> down = new AtomicReference<>();
    ExecutorService pool = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<Outcome>> futures = new ArrayList<>();
      boolean listed = plan.wholeBytes() >= 0;
      for (RemoteFile file : plan.files()) {
        // A run without its first file has not begun: the others are not asked for.
        if (!futures.isEmpty() && !listed && get(futures.get(0)).isUnpublished()) {
          futures.add(CompletableFuture.completedFuture(Outcome.unpublished(file)));
          continue;
        }
        futures.add(pool.submit(() -> fetch(file, files, manifest, down)));
      }
      for (Future<Outcome> future : futures) {
        outcomes.add(get(future));
        tell(run, outcomes, plan.files().size());
      }
    } finally {
      pool.shutdownNow();
    }
    FetchedRun fetched = summary(run, plan, own, outcomes);
    if (down.get() != null && fetched.files().isEmpty()) {
      throw down.get();
    }
    return fetched;
  }

  private Outcome fetch(
      RemoteFile file, FileFetcher files, Manifest manifest, AtomicReference<IOException> down)
      throws IOException {
    Optional<Manifest.Entry> known = manifest.find(file.name());
    if (known.isPresent()) {
      return new Outcome(file, known, 0, false, "");
    }
    if (down.get() != null) {
      return Outcome.unpublished(file);
    }
    try {
      FileFetcher.Result result = files.fetch(file);
      manifest.add(result.entry());
      return new Outcome(file, Optional.of(result.entry()), result.networkBytes(), true, "");
    } catch (FetchException e) {
      if (e.kind() == Kind.FAILED) {
        down.compareAndSet(null, e);
      }
      return new Outcome(file, Optional.empty(), 0, false, isUnpublished(e) ? "" : e.getMessage());
    } catch (BadIndexException e) {
      return new Outcome(file, Optional.empty(), 0, false, e.getMessage());
    }
  }

  private boolean isUnpublished(FetchException e) {
    return e.kind() == Kind.MISSING || (e.kind() == Kind.FORBIDDEN && source.hidesMissing());
  }

  private static Outcome get(Future<Outcome> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void tell(Instant run, List<Outcome> outcomes, int all) {
    boolean fetched = outcomes.get(outcomes.size() - 1).fetched();
    if (fetched && (outcomes.size() % 10 == 0 || outcomes.size() == all)) {
      long bytes = outcomes.stream().mapToLong(Outcome::networkBytes).sum();
      progress.accept(
          source.id()
              + " "
              + run
              + ": "
              + outcomes.size()
              + " of "
              + all
              + " files, "
              + bytes / 1000
              + " kB");
    }
  }

  private static FetchedRun summary(Instant run, Plan plan, Path own, List<Outcome> outcomes) {
    Map<Path, Instant> files = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>(plan.missing());
    List<String> refused = new ArrayList<>();
    int fetched = 0;
    long bytes = 0;
    long whole = 0;
    for (Outcome outcome : outcomes) {
      bytes += outcome.networkBytes();
      fetched += outcome.fetched() ? 1 : 0;
      if (outcome.entry().isPresent()) {
        Manifest.Entry entry = outcome.entry().get();
        Instant published = Instant.parse(entry.published());
        files.put(own.resolve(entry.name()), published.isBefore(run) ? run : published);
        whole += Math.max(0, entry.wholeBytes());
      } else if (outcome.isUnpublished()) {
        missing.add(outcome.file().name());
      } else {
        refused.add(outcome.refusal());
      }
    }
    return new FetchedRun(
        run, files, fetched, missing, refused, bytes, Math.max(whole, plan.wholeBytes()));
  }
}
