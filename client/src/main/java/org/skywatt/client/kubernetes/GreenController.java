package org.skywatt.client.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.skywatt.client.GreenService;

/**
 * Toggles {@code spec.suspend} of jobs that ask for green hours. Lists them, watches for changes,
 * and looks at all of them every poll. Says why in the annotation {@code skywatt.org/why} and in
 * events. All that has to outlive a restart stands in annotations.
 */
public final class GreenController {
  private static final long SHORTEST_WATCH_NANOS = 500_000_000;
  private static final int LONGEST_PAUSE_MILLIS = 30_000;

  private final JobsApi api;
  private final GreenKeeper keeper;
  private final Duration poll;
  private final Consumer<String> log;
  private final Map<String, JobView> jobs = new LinkedHashMap<>();
  private String version = "";

  /**
   * @param poll how often the service is asked about each job, a second or more
   * @param log takes one line at a time
   */
  public GreenController(
      Cluster cluster, GreenService service, Duration poll, Consumer<String> log) {
    this.api = new JobsApi(cluster);
    this.keeper = new GreenKeeper(service, poll);
    this.poll = poll;
    this.log = log;
  }

  /** Works until its thread is interrupted. */
  public void run() {
    int failures = 0;
    try {
      while (true) {
        try {
          turn();
          failures = 0;
        } catch (IOException e) {
          failures++;
          log.accept(e.getMessage() + "; trying again");
          int limit = Math.min(LONGEST_PAUSE_MILLIS, 250 << Math.min(7, failures));
          TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(limit / 2, limit));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws IOException, InterruptedException {
    if (version.isEmpty()) {
      JobsApi.Listing listing = api.list();
      // Those that are not listed any more were deleted while nobody watched.
      jobs.replaceAll((uid, job) -> leaving(job));
      listing.jobs().forEach(each -> put(new JobView(each)));
      version = listing.resourceVersion();
      log.accept("listed " + listing.jobs().size() + " jobs");
    }
    for (JobView each : List.copyOf(jobs.values())) {
      look(each);
    }
    long before = System.nanoTime();
    try {
      version = api.watch(version, poll, this::take);
      // A server that ends each watch at once must not be asked without pause.
      if (System.nanoTime() - before < SHORTEST_WATCH_NANOS) {
        TimeUnit.NANOSECONDS.sleep(SHORTEST_WATCH_NANOS);
      }
    } catch (ClusterException e) {
      version = "";
      if (e.status() != HttpURLConnection.HTTP_GONE) {
        throw e;
      }
      log.accept("the watch is too old: listing anew");
    }
  }

  private void put(JobView job) {
    jobs.put(job.uid(), job);
  }

  private void take(JsonNode event) {
    JobView job = new JobView(event.path("object"));
    switch (event.path("type").asText()) {
      case "ADDED", "MODIFIED" -> put(job);
      case "DELETED" -> put(leaving(job));
      default -> {
        // Bookmarks bring a version only.
      }
    }
  }

  private static JobView leaving(JobView job) {
    ObjectNode gone = job.json().deepCopy();
    gone.withObject("/metadata").put("deletionTimestamp", Instant.now().toString());
    return new JobView(gone);
  }

  private void look(JobView job) throws IOException, InterruptedException {
    Instant now = now();
    if (job.isLeaving() || !job.end().isEmpty()) {
      if (keeper.ended(job, now)) {
        jobs.remove(job.uid());
      }
      return;
    }
    Verdict verdict;
    try {
      verdict = keeper.decide(job, now);
    } catch (IllegalArgumentException e) {
      // What cannot be read is left as it is, and people are told.
      verdict = new Verdict(!job.isSuspended(), true, "not planned: " + e.getMessage());
    }
    try {
      write(job, verdict, now);
    } catch (ClusterException e) {
      // Usually somebody else changed it, and the watch brings it as it is now. Whatever it is, the
      // other jobs must not wait for it.
      log.accept(job.name() + ": " + e.getMessage());
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private void write(JobView job, Verdict verdict, Instant now)
      throws IOException, InterruptedException {
    boolean toggle = verdict.run() == job.isSuspended();
    ObjectNode change = JobsApi.MAPPER.createObjectNode();
    ObjectNode notes = change.withObject("/metadata").withObject("/annotations");
    note(job, notes, "why", verdict.why());
    note(job, notes, "job", keeper.id(job));
    if (verdict.run() && (toggle || GreenSpec.get(job.json(), "running-since").isEmpty())) {
      // From the next second on: energy from before its submission would be refused.
      note(job, notes, "running-since", now().plusSeconds(1).toString());
    } else if (toggle) {
      note(job, notes, "ran", job.ran().plus(job.running(now)).toString());
    }
    if (toggle) {
      change.withObject("/spec").put("suspend", !verdict.run());
    }
    boolean news = notes.has(GreenSpec.PREFIX + "why");
    if (notes.isEmpty() && !toggle) {
      return;
    }
    put(new JobView(api.patch(job.json(), change)));
    if (toggle || (news && verdict.warning())) {
      String reason = !toggle ? "GreenHours" : verdict.run() ? "GreenResumed" : "GreenSuspended";
      log.accept(job.name() + ": " + reason + ": " + verdict.why());
      tell(job, verdict, reason);
    }
  }

  /** An event that cannot be written is no reason to leave jobs alone. */
  private void tell(JobView job, Verdict verdict, String reason) throws InterruptedException {
    try {
      api.event(job.json(), verdict.warning(), reason, verdict.why());
    } catch (IOException e) {
      log.accept(job.name() + ": no event: " + e.getMessage());
    }
  }

  private static void note(JobView job, ObjectNode notes, String name, String value) {
    if (!value.isEmpty() && !GreenSpec.get(job.json(), name).equals(value)) {
      notes.put(GreenSpec.PREFIX + name, value);
    }
  }
}
