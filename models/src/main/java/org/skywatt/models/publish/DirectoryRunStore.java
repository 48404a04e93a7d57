package org.skywatt.models.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunFileException;
import org.skywatt.core.run.RunHeader;

/**
 * Runs as files {@code <runId>.arrow} in one folder, which may appear later. The folder is looked
 * at several times a second; a new run is checked in full, checksum included, before it takes the
 * place of the one before it, in one step. A file that is damaged is told once and passed over
 * until it changes.
 */
public final class DirectoryRunStore implements RunStore, AutoCloseable {
  private static final Logger LOG = System.getLogger(DirectoryRunStore.class.getName());
  private static final Duration DEFAULT_POLL = Duration.ofMillis(250);
  private static final int OPEN_RUNS = 32;

  private final RunFolder folder;
  private final ScheduledExecutorService poller;
  // What a file looked like when it was found damaged.
  private final Map<String, RunFolder.State> damaged = new ConcurrentHashMap<>();
  // What a file looked like when it was found good: one that is opened again is not read in full.
  private final Map<String, RunFolder.State> good = new ConcurrentHashMap<>();
  private final Map<String, RunFile> open =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RunFile> eldest) {
          return size() > OPEN_RUNS;
        }
      };
  private volatile RunFile latest;

  private DirectoryRunStore(Path folder, Duration poll) {
    this.folder = new RunFolder(folder);
    this.poller =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "skywatt-runs");
              thread.setDaemon(true);
              return thread;
            });
    refresh();
    Future<?> unused =
        poller.scheduleWithFixedDelay(
            this::refreshSafely, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks at the folder now and then four times a second, until closed. */
  public static DirectoryRunStore open(Path folder) {
    return open(folder, DEFAULT_POLL);
  }

  /** Looks at the folder now and then every {@code poll}, until closed. */
  public static DirectoryRunStore open(Path folder, Duration poll) {
    return new DirectoryRunStore(folder, poll);
  }

  @Override
  public Optional<RunFile> latest() {
    return Optional.ofNullable(latest);
  }

  @Override
  public Optional<RunFile> asOf(Instant issueTime) {
    String stamp = RunHeader.stamp(issueTime);
    return newestGood(
        runIds().stream().filter(id -> id.substring(0, stamp.length()).compareTo(stamp) <= 0));
  }

  @Override
  public Optional<RunFile> find(String runId) {
    return RunFolder.isRunId(runId) ? load(runId) : Optional.empty();
  }

  @Override
  public List<String> runIds() {
    try {
      return folder.runIds();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void retire(RunFile run, RuntimeException why) {
    String runId = run.header().runId();
    if (damaged.put(runId, folder.state(runId)) == null) {
      LOG.log(Level.WARNING, "run " + runId + " is retired: " + why.getMessage());
    }
    good.remove(runId);
    synchronized (open) {
      open.remove(runId);
    }
    refresh();
  }

  private void refreshSafely() {
    try {
      refresh();
    } catch (RuntimeException e) {
      // The poller must go on: the next look may succeed.
      LOG.log(Level.WARNING, "runs cannot be listed: " + e.getMessage());
    }
  }

  private synchronized void refresh() {
    if (latest != null && !folder.hasChanged() && damaged.isEmpty()) {
      return;
    }
    RunFile newest = newestGood(runIds().stream()).orElse(null);
    String before = latest == null ? "none" : latest.header().runId();
    latest = newest;
    String after = newest == null ? "none" : newest.header().runId();
    if (!before.equals(after)) {
      LOG.log(Level.INFO, "serving run " + after + " (before: " + before + ")");
    }
  }

  private Optional<RunFile> newestGood(Stream<String> ascending) {
    List<String> runIds = ascending.toList();
    for (int i = runIds.size() - 1; i >= 0; i--) {
      Optional<RunFile> run = load(runIds.get(i));
      if (run.isPresent()) {
        return run;
      }
    }
    return Optional.empty();
  }

  private Optional<RunFile> load(String runId) {
    RunFolder.State state = folder.state(runId);
    if (state.equals(RunFolder.State.ABSENT)) {
      good.remove(runId);
      synchronized (open) {
        open.remove(runId);
      }
      return Optional.empty();
    }
    if (state.equals(damaged.get(runId))) {
      return Optional.empty();
    }
    synchronized (open) {
      RunFile known = open.get(runId);
      if (known != null) {
        return Optional.of(known);
      }
    }
    try {
      RunFile run = RunFile.open(folder.file(runId));
      if (!state.equals(good.get(runId))) {
        run.verifyChecksum();
        good.put(runId, state);
      }
      requireName(run, runId);
      damaged.remove(runId);
      synchronized (open) {
        open.put(runId, run);
      }
      return Optional.of(run);
    } catch (IOException | RunFileException e) {
      damaged.put(runId, state);
      LOG.log(Level.WARNING, "run " + runId + " is passed over: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void requireName(RunFile run, String runId) throws IOException {
    if (!run.header().runId().equals(runId)) {
      throw new IOException(
          run.path() + ": holds run " + run.header().runId() + "; rename the file to that");
    }
  }

  @Override
  public void close() {
    poller.shutdownNow();
  }
}
