package org.skywatt.serving.run;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunFileException;
import org.skywatt.core.run.RunHeader;
import org.skywatt.models.publish.DirectoryRunStore;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.ProblemException;

/** Answers from the newest good run; a run that fails while it is read is retired. */
@ApplicationScoped
public class Runs {
  private static final int ATTEMPTS = 3;
  private static final int MOST_SEARCHED = 200;

  private final DirectoryRunStore store;
  private final SkywattConfig config;
  private final Clock clock;

  Runs(SkywattConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.store = DirectoryRunStore.open(config.published().resolve("runs"));
  }

  /** The newest good run, if any. */
  public Optional<RunFile> latest() {
    return store.latest();
  }

  /**
   * What {@code reader} makes of the newest run; it may be called again with an older run.
   *
   * @throws ProblemException (503) if there is no good run
   */
  public <T> T read(Function<RunFile, T> reader) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      RunFile run = store.latest().orElseThrow(Runs::none);
      try {
        return reader.apply(run);
      } catch (RunFileException e) {
        store.retire(run, e);
      }
    }
    throw none();
  }

  /**
   * The newest good run of those that were issued by {@code issuedBy} and made by {@code model};
   * either may be null. Opens files: not for a thread that must not wait.
   *
   * @throws ProblemException (404) if there is none
   */
  public RunFile get(Instant issuedBy, String model) {
    if (model == null && issuedBy != null) {
      return store
          .asOf(issuedBy)
          .orElseThrow(
              () -> ProblemException.notFound("no-run", "no run was issued by " + issuedBy));
    }
    List<String> runIds = store.runIds();
    int left = MOST_SEARCHED;
    for (int i = runIds.size() - 1; i >= 0 && left > 0; i--) {
      if (issuedBy != null && stampOf(runIds.get(i)).compareTo(RunHeader.stamp(issuedBy)) > 0) {
        continue;
      }
      left--;
      Optional<RunFile> run = store.find(runIds.get(i));
      if (run.isPresent() && (model == null || run.get().header().model().equals(model))) {
        return run.get();
      }
    }
    throw ProblemException.notFound(
        "unknown-model", "none of the last " + MOST_SEARCHED + " runs is of model " + model);
  }

  /** Serves {@code run} no more: it turned out to be damaged while it was read. */
  public void retire(RunFile run, RuntimeException why) {
    store.retire(run, why);
  }

  /** The runs that are there, ascending by issue time. */
  public List<String> runIds() {
    return store.runIds();
  }

  /** The run of that id, if it is there and good. */
  public Optional<RunFile> find(String runId) {
    return store.find(runId);
  }

  /** The part of a run's id that orders runs by issue time, as {@link RunHeader#stamp} gives it. */
  public static String stampOf(String runId) {
    return runId.substring(0, RunHeader.stamp(Instant.EPOCH).length());
  }

  private static ProblemException none() {
    return ProblemException.unavailable(
        "no-run", "no forecast run has been published yet, or none is readable; try again later");
  }

  /** Whether a newer run should have been there by now. */
  public boolean isStale(RunHeader header) {
    return clock.instant().isAfter(header.nextRunExpected().plus(config.staleGrace()));
  }

  @PreDestroy
  void close() {
    store.close();
  }
}
