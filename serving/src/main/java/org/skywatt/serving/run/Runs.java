package org.skywatt.serving.run;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
