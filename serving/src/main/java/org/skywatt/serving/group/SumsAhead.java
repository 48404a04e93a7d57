package org.skywatt.serving.group;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.jboss.logging.Logger;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunFileException;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.SiteIndex;

/**
 * Adds up the portfolios and regions when a run is published, or a limit, a site or a group
 * changes, so that who asks need not wait. Those that half of the room of {@link GroupSums} holds;
 * the others are made when they are asked for.
 */
@ApplicationScoped
public class SumsAhead {
  private static final Logger LOG = Logger.getLogger(SumsAhead.class);
  private static final long POLL_MILLIS = 250;

  /** What the sums depend on. */
  private record State(String sha256, int limits, long sites, long groups) {}

  private final Runs runs;
  private final Caps caps;
  private final SiteIndex index;
  private final Groups groups;
  private final GroupSums sums;
  private final Timer timer = new Timer("skywatt-sums", true);
  private State done;

  SumsAhead(Runs runs, Caps caps, SiteIndex index, Groups groups, GroupSums sums) {
    this.runs = runs;
    this.caps = caps;
    this.index = index;
    this.groups = groups;
    this.sums = sums;
  }

  void start(@Observes @Priority(200) StartupEvent event) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            look();
          }
        },
        0,
        POLL_MILLIS);
  }

  private void look() {
    Optional<RunFile> run = runs.latest();
    if (run.isEmpty()) {
      return;
    }
    State state = new State(run.get().sha256(), caps.version(), index.version(), groups.version());
    if (state.equals(done)) {
      return;
    }
    try {
      add(run.get());
      done = state;
    } catch (RunFileException e) {
      runs.retire(run.get(), e);
    } catch (RuntimeException e) {
      // The timer must go on. Whoever asks for the sum is told what is wrong.
      LOG.warnf("a portfolio cannot be added up: %s", e.getMessage());
      done = state;
    }
  }

  private void add(RunFile run) {
    long most = GroupSums.ROOM_BYTES / 2 / GroupSums.bytes(run.header());
    int count = 0;
    for (Group each : groups.all()) {
      if (count >= most || runs.latest().filter(newest -> newest == run).isEmpty()) {
        break;
      }
      sums.of(each, run, LimitsKnown.NOW);
      count++;
    }
  }

  @PreDestroy
  void stop() {
    timer.cancel();
  }
}
