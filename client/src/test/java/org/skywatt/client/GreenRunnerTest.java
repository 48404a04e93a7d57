package org.skywatt.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skywatt.client.annotation.GreenHours;
import org.skywatt.client.annotation.GreenHoursException;
import org.skywatt.client.annotation.GreenRunner;
import org.skywatt.client.run.CancelledException;
import org.skywatt.client.run.Checkpoint;
import org.skywatt.client.run.Fallback;
import org.skywatt.client.run.SkippedException;

/** Annotated methods of another package, run as a service says that is made up here. */
@Timeout(30)
class GreenRunnerTest {
  /** What a program has. */
  interface Training {
    int train(int steps, Checkpoint checkpoint) throws Exception;

    void atOneGo();

    @GreenHours(duration = "PT1H", deadline = "PT24H", fallback = Fallback.SKIP)
    void skippable();

    String name();
  }

  private final AtomicInteger steps = new AtomicInteger();
  private final List<Integer> stepsAtHeartbeat = Collections.synchronizedList(new ArrayList<>());
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private FakeService fake;
  private String actions = "r";

  private final class Model implements Training {
    @Override
    @GreenHours(duration = "PT1H", deadline = "PT24H", powerKw = 3600, green = 0.5)
    public int train(int count, Checkpoint checkpoint) throws Exception {
      for (int i = 0; i < count; i++) {
        checkpoint.await();
        steps.incrementAndGet();
        Thread.sleep(10);
      }
      if (count == 13) {
        throw new IllegalStateException("unlucky");
      }
      return steps.get();
    }

    @Override
    @GreenHours(duration = "PT1H", deadline = "PT24H")
    public void atOneGo() {
      for (int i = 0; i < 40; i++) {
        steps.incrementAndGet();
        try {
          Thread.sleep(10);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    @Override
    public void skippable() {
      steps.incrementAndGet();
    }

    @Override
    public String name() {
      return "model";
    }
  }

  @BeforeEach
  void start() throws IOException {
    fake = new FakeService(this::answer);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private void answer(FakeService.Request request, HttpExchange exchange) throws IOException {
    if (request.path().endsWith("/heartbeat")) {
      int turn = stepsAtHeartbeat.size();
      char action = actions.charAt(Math.min(turn, actions.length() - 1));
      stepsAtHeartbeat.add(steps.get());
      String word = action == 'r' ? "run" : action == 's' ? "stop" : "wait";
      FakeService.send(exchange, action == 'x' ? 401 : 200, "{\"action\":\"" + word + "\"}");
    } else {
      FakeService.send(exchange, 201, "{\"id\":\"job-1\",\"state\":\"queued\"}");
    }
  }

  private GreenRunner runner(URI url) {
    ServiceConnection connection =
        new ServiceConnection(url, ApiKey.NONE, Retries.NONE, Duration.ofSeconds(2));
    return new GreenRunner(
        new GreenService(connection), List.of("a"), Duration.ofMillis(100), log::add);
  }

  private Training training() {
    return runner(fake.url()).proxy(Training.class, new Model());
  }

  @Test
  void waitsSuspendsAtACheckpointResumesAndReturns() throws Exception {
    actions = "wwrrwwwr";
    assertThat(training().train(60, Checkpoint.NONE)).isEqualTo(60);
    assertThat(stepsAtHeartbeat.get(2)).isZero();
    assertThat(stepsAtHeartbeat.get(3)).isPositive();
    // Asked to rest at heartbeat 4, so nothing happens between heartbeats 5 and 7.
    assertThat(stepsAtHeartbeat.get(7)).isEqualTo(stepsAtHeartbeat.get(5)).isBetween(1, 59);
    List<String> told =
        fake.requests().stream()
            .map(FakeService.Request::body)
            .filter(b -> b.contains("state"))
            .toList();
    assertThat(told.get(told.size() - 1)).contains("\"state\":\"done\"");
    assertThat(fake.requests().get(0).body()).contains("\"green\":0.5", "\"interruptible\":true");
  }

  @Test
  void withoutACheckpointItRunsAtOneGo() {
    actions = "rwww";
    training().atOneGo();
    assertThat(steps).hasValue(40);
    assertThat(log).doesNotContain("paused");
    assertThat(fake.requests().get(0).body()).contains("\"interruptible\":false");
  }

  @Test
  void aRefusedHeartbeatDoesNotEndWhatRuns() {
    actions = "rx";
    training().atOneGo();
    assertThat(steps).hasValue(40);
    assertThat(log).anyMatch(each -> each.startsWith("refused: 401"));
  }

  @Test
  void whatTheMethodThrowsIsThrown() {
    assertThatThrownBy(() -> training().train(13, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("unlucky");
    assertThat(fake.requests().get(fake.requests().size() - 1).body()).contains("failed");
  }

  @Test
  void aCancelledMethodIsStopped() throws Exception {
    actions = "rs";
    assertThatThrownBy(() -> training().train(1000, Checkpoint.NONE))
        .isInstanceOf(GreenHoursException.class)
        .hasCauseInstanceOf(CancelledException.class);
    int then = steps.get();
    Thread.sleep(100);
    assertThat(steps.get()).isBetween(then, then + 1);
  }

  @Test
  void withoutAServiceTheFallbackDecides() {
    Training away = runner(URI.create("http://127.0.0.1:1")).proxy(Training.class, new Model());
    assertThatThrownBy(away::skippable)
        .isInstanceOf(GreenHoursException.class)
        .hasCauseInstanceOf(SkippedException.class);
    assertThat(steps).hasValue(0);
  }

  @Test
  void aDeadlineIsKeptThoughTheServiceSaysWait() {
    actions = "w";
    Runnable task =
        new Runnable() {
          @Override
          @GreenHours(duration = "PT0.1S", deadline = "PT1S")
          public void run() {
            steps.incrementAndGet();
          }
        };
    long before = System.nanoTime();
    runner(fake.url()).run(task);
    assertThat(steps).hasValue(1);
    assertThat(System.nanoTime() - before).isBetween(500_000_000L, 3_000_000_000L);
  }

  @Test
  void otherMethodsAreCalledAsEver() {
    assertThat(training().name()).isEqualTo("model");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void anAnnotationThatCannotBeReadIsRefusedBeforeAnythingRuns() {
    Runnable task =
        new Runnable() {
          @Override
          @GreenHours(duration = "6 hours", deadline = "PT1S")
          public void run() {
            steps.incrementAndGet();
          }
        };
    assertThatThrownBy(() -> runner(fake.url()).run(task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run() cannot be read");
    assertThatThrownBy(() -> runner(fake.url()).run(() -> {}))
        .hasMessageContaining("no @GreenHours");
  }
}
