package org.skywatt.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.skywatt.cli.UsageException;

class WatchingTest {
  private final StringWriter told = new StringWriter();
  private final Watching watching = new Watching(Duration.ofMillis(1), new PrintWriter(told));
  private int turns;

  @Test
  void failuresAreToldAndTheNextTurnComes() {
    int code =
        watching.run(
            () -> {
              turns++;
              if (turns == 1) {
                throw new IOException("the source is away");
              }
              if (turns == 2) {
                throw new IllegalStateException("the catalog is locked");
              }
              Thread.currentThread().interrupt();
              return 0;
            });
    boolean unused = Thread.interrupted(); // else the next test starts interrupted
    assertThat(code).isZero();
    assertThat(turns).isEqualTo(3);
    assertThat(told.toString()).contains("the source is away", "the catalog is locked");
  }

  @Test
  void whatNoTurnCouldMendEndsIt() {
    assertThatThrownBy(
            () ->
                watching.run(
                    () -> {
                      turns++;
                      throw new UsageException("no such source");
                    }))
        .isInstanceOf(UsageException.class);
    assertThat(turns).isEqualTo(1);
  }
}
