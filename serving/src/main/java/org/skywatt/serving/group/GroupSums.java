package org.skywatt.serving.group;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.availability.PowerCap;
import org.skywatt.serving.forecast.Ensemble;
import org.skywatt.serving.scenario.JointScenarios;
import org.skywatt.serving.site.SiteIndex;

/**
 * The sums of portfolios and regions over runs: each is made once, whoever asks first, and kept
 * until the run, a limit that counts or a member is another, or others need the room.
 */
@ApplicationScoped
class GroupSums {
  static final long ROOM_BYTES = 64L << 20;

  private record Key(String sha256, Map<String, PowerCap> limits, List<SiteId> sites) {}

  private record Kept(FutureTask<Ensemble> task, long bytes) {}

  /**
   * A group in a run.
   *
   * @param sites how many of its members the run has, at least one
   * @param missing members that it lacks
   */
  record Sum(Ensemble ensemble, int sites, List<String> missing) {}

  private final SiteIndex index;
  private final Caps caps;
  private final EnsembleSum sums;
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Counter made;
  private long bytes;

  GroupSums(SiteIndex index, Caps caps, EnsembleSum sums, MeterRegistry registry) {
    this.index = index;
    this.caps = caps;
    this.sums = sums;
    this.made =
        Counter.builder("skywatt.group.sums")
            .description("Sums of portfolios and regions that were made")
            .register(registry);
  }

  /** The room that a sum over such a run takes. */
  static long bytes(RunHeader header) {
    return (long) JointScenarios.COUNT * header.steps() * Double.BYTES;
  }

  /**
   * The sum of a group's members; none if the run has none of them.
   *
   * @throws org.skywatt.core.run.RunFileException if the run turns out to be damaged
   */
  Optional<Sum> of(Group group, RunFile run, LimitsKnown limits) {
    Group.Members members = group.members(index);
    List<SiteForecast> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String each : members.siteIds()) {
      run.find(new SiteId(each))
          .filter(forecast -> group.owns(forecast.site().organisation()))
          .ifPresentOrElse(found::add, () -> missing.add(each));
    }
    missing.addAll(members.unknown());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<SiteId> sites = found.stream().map(each -> each.site().siteId()).toList();
    // By the limits that count: most moments that may be asked about have the same, mostly none.
    Map<String, PowerCap> counting = caps.of(sites, limits);
    String id = group.told().id();
    String owner = group.told().organisation();
    FutureTask<Ensemble> task =
        task(
            new Key(run.sha256(), counting, sites),
            new FutureTask<>(
                () -> {
                  made.increment();
                  return sums.of(run.header(), id, owner, found, counting);
                }),
            bytes(run.header()));
    return Optional.of(new Sum(made(task), found.size(), missing));
  }

  private FutureTask<Ensemble> task(Key key, FutureTask<Ensemble> fresh, long size) {
    synchronized (kept) {
      Kept known = kept.get(key);
      if (known != null && !hasFailed(known.task())) {
        return known.task();
      }
      bytes += known == null ? size : 0;
      kept.put(key, new Kept(fresh, size));
      Iterator<Kept> oldest = kept.values().iterator();
      while (bytes > ROOM_BYTES && kept.size() > 1) {
        bytes -= oldest.next().bytes();
        oldest.remove();
      }
      return fresh;
    }
  }

  private static boolean hasFailed(FutureTask<Ensemble> task) {
    if (!task.isDone()) {
      return false;
    }
    try {
      made(task);
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  /** Made by this thread, or by the one that is at it already. */
  private static Ensemble made(FutureTask<Ensemble> task) {
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a sum was made", e);
    }
  }
}
