package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Green hours of a service. All methods throw {@link ServiceAwayException} if it does not answer
 * now, {@link RefusedException} with its own words if it refuses, and {@link IOException} if its
 * answer cannot be read. An id that cannot be one is an {@link IllegalArgumentException}. Safe for
 * many threads.
 */
public final class GreenService {
  private static final String JOBS = "v1/green/jobs";

  private final ServiceConnection connection;

  public GreenService(ServiceConnection connection) {
    this.connection = connection;
  }

  /** The same service, each call of which is attempted once and ends within {@code most}. */
  public GreenService hurried(Duration most) {
    return new GreenService(connection.hurried(most));
  }

  /** Submits a job, once: it is sent again with the same key, by which the service knows it. */
  public GreenJob submit(JobRequest request) throws IOException, InterruptedException {
    return submit(request, UUID.randomUUID().toString());
  }

  /**
   * Submits a job.
   *
   * @param key of 1 to 200 printable ASCII characters; the same job submitted with the same key,
   *     after an answer that was lost, say, is the same job
   */
  public GreenJob submit(JobRequest request, String key) throws IOException, InterruptedException {
    return GreenJob.of(connection.post(JOBS, request.toJson(), key));
  }

  /** The plan that a job would have had at {@code asOf}; submits nothing. */
  public GreenPlan simulate(JobRequest request, Instant asOf)
      throws IOException, InterruptedException {
    String path = "v1/green/plans/simulate?as_of=" + asOf;
    return GreenPlan.of(connection.post(path, request.toJson()));
  }

  /** A job with its newest plan. */
  public GreenJob job(String id) throws IOException, InterruptedException {
    return GreenJob.of(connection.get(path(id, "")));
  }

  /** Tells what a job does and used; the answer is what it should do. */
  public Directive heartbeat(String id, Heartbeat heartbeat)
      throws IOException, InterruptedException {
    return Directive.of(connection.post(path(id, "/heartbeat"), heartbeat.toJson()));
  }

  /** Cancels a job; one that is over stays as it is. */
  public void cancel(String id) throws IOException, InterruptedException {
    connection.delete(path(id, ""));
  }

  /** What a job used against what was planned and what was possible. */
  public JobSettlement settlement(String id) throws IOException, InterruptedException {
    return JobSettlement.of(connection.get(path(id, "/settlement")));
  }

  /**
   * The windows with the most green energy of the sites, best first.
   *
   * @param top how many at most
   */
  public List<GreenWindow> windows(
      List<String> sites, Duration duration, Instant earliest, Instant deadline, int top)
      throws IOException, InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = body.putArray("sites");
    sites.forEach(ids::add);
    body.put("duration", duration.toString());
    body.put("earliestStart", earliest.toString());
    body.put("deadline", deadline.toString());
    body.put("top", top);
    List<GreenWindow> windows = new ArrayList<>();
    for (JsonNode each : connection.post("v1/green/windows", body).path("windows")) {
      windows.add(GreenWindow.of(each));
    }
    return windows;
  }

  private static String path(String id, String below) {
    if (!GreenJob.isId(id)) {
      throw new IllegalArgumentException("the id of a job has letters, digits and hyphens only");
    }
    return JOBS + "/" + id + below;
  }
}
