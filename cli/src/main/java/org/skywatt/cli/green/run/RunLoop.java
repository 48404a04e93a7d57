package org.skywatt.cli.green.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.skywatt.cli.Json;

/**
 * Runs a command when the service says so. While the service is away the last plan is followed, or
 * the fallback where there is none; whatever the service says, the command runs once waiting longer
 * would break its deadline.
 */
final class RunLoop {
  private final JobService service;
  private final Child child;
  private final PrintWriter log;
  private final Clock clock;
  private final Duration poll;
  private final Fallback fallback;
  private final Instant deadline;
  private final double powerKw;
  private Duration left;
  private String id;
  private JsonNode plan;
  private boolean away;
  private Instant told;

  RunLoop(
      JobService service,
      Child child,
      PrintWriter log,
      Clock clock,
      Duration poll,
      Fallback fallback,
      Instant deadline,
      Duration length,
      double powerKw) {
    this.service = service;
    this.child = child;
    this.log = log;
    this.clock = clock;
    this.poll = poll;
    this.fallback = fallback;
    this.deadline = deadline;
    this.left = length;
    this.powerKw = powerKw;
    this.told = clock.instant();
  }

  /**
   * Submits the job and runs the command to its end.
   *
   * @return the command's exit code
   * @throws IOException if the service refuses the job, with its offer
   * @throws SkippedException if the service is away and the fallback is to skip
   */
  int run(ObjectNode body) throws IOException, InterruptedException {
    while (!child.hasEnded()) {
      if (id == null) {
        submit(body);
      }
      boolean run = decide();
      if (run && !child.isRunning()) {
        say("run");
        child.run();
      } else if (!run && child.isRunning()) {
        child.pause();
        say("paused");
      }
      Instant before = clock.instant();
      child.await(poll.toMillis());
      if (child.isRunning() || child.hasEnded()) {
        left = left.minus(Duration.between(before, clock.instant()));
      }
    }
    tell(child.exitCode() == 0 ? "done" : "failed");
    return child.exitCode();
  }

  private void submit(ObjectNode body) throws IOException, InterruptedException {
    try {
      JsonNode job = service.post("v1/green/jobs", body);
      id = job.path("id").asText();
      plan = job.path("plan");
      say("job " + id + ": " + plan.path("explanation").asText("queued for a later forecast"));
      told = clock.instant();
      away = false;
    } catch (ServiceAwayException e) {
      goneAway(e);
    }
  }

  private void goneAway(ServiceAwayException e) throws SkippedException {
    if (!away) {
      say(e.getMessage() + "; " + (plan == null ? "fallback " + fallback : "the last plan holds"));
    }
    away = true;
    if (id == null && fallback == Fallback.SKIP && !child.isRunning()) {
      throw new SkippedException(e.getMessage() + ": skipped");
    }
  }

  private boolean decide() throws IOException, InterruptedException {
    JsonNode directive = id == null ? null : tell(child.isRunning() ? "running" : "paused");
    if (directive != null && directive.path("action").asText().equals("stop")) {
      child.stop();
      throw new IOException("the job was cancelled");
    }
    Instant now = clock.instant();
    if (!now.plus(left).plus(poll).isBefore(deadline)) {
      return true;
    }
    if (directive != null) {
      return directive.path("action").asText().equals("run");
    }
    if (plan != null && plan.hasNonNull("segments")) {
      return isWithinPlan(now);
    }
    return fallback == Fallback.RUN;
  }

  private boolean isWithinPlan(Instant now) {
    Instant last = Instant.MIN;
    for (JsonNode each : plan.path("segments")) {
      last = Instant.parse(each.path("end").asText());
      if (!now.isBefore(Instant.parse(each.path("start").asText())) && now.isBefore(last)) {
        return true;
      }
    }
    return !now.isBefore(last);
  }

  /** Tells the service what the job does and used since; what it should do, or null. */
  private JsonNode tell(String state) throws IOException, InterruptedException {
    if (id == null) {
      return null;
    }
    ObjectNode heartbeat = Json.MAPPER.createObjectNode();
    heartbeat.put("state", state);
    Instant now = clock.instant();
    if (now.isAfter(told)) {
      boolean ran = !state.equals("paused");
      heartbeat.put("start", told.toString());
      heartbeat.put("end", now.toString());
      heartbeat.put("kwh", ran ? powerKw * Duration.between(told, now).toMillis() / 3.6e6 : 0);
    }
    try {
      JsonNode directive = service.post("v1/green/jobs/" + id + "/heartbeat", heartbeat);
      told = now;
      if (directive.hasNonNull("plan")) {
        plan = directive.path("plan");
      }
      away = false;
      return directive;
    } catch (ServiceAwayException e) {
      goneAway(e);
      return null;
    }
  }

  private void say(String line) {
    log.println("skywatt green run: " + line);
    log.flush();
  }
}
