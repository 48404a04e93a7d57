package org.skywatt.cli.green.run;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.green.service.Services;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.client.JobRequest;
import org.skywatt.client.JobTerms;
import org.skywatt.client.ServiceConnection;
import picocli.CommandLine.Option;

/** The job that is asked for. */
final class JobOptions {
  @Option(names = "--duration", required = true, description = "Length of the work, like 6h.")
  private String duration;

  @Option(
      names = "--deadline",
      required = true,
      paramLabel = "TIME",
      description = "End no later: like 24h, \"Mon 09:00\" or 2026-06-01T09:00:00Z.")
  private String deadline;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the deadline, like Europe/Berlin (default: this machine's).")
  private String zone;

  @Option(
      names = "--sites",
      required = true,
      split = ",",
      paramLabel = "ID",
      description = "Sites whose green power it is to run on, separated by commas.")
  private List<String> sites;

  @Option(
      names = "--power",
      paramLabel = "KW",
      defaultValue = "0.3",
      description = "Power while it runs, kW (default: ${DEFAULT-VALUE}).")
  private double power;

  @Option(
      names = "--green",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of its energy that is to be green, 0 to 1 (default: as much as can be).")
  private double green;

  @Option(
      names = "--probability",
      paramLabel = "P",
      defaultValue = "0.9",
      description = "With which probability (default: ${DEFAULT-VALUE}).")
  private double probability;

  @Option(names = "--at-one-go", description = "Never suspend it.")
  private boolean atOneGo;

  @Option(
      names = "--minimum-run",
      paramLabel = "TIME",
      description = "Do not run it for less than this at a time, like 30m.")
  private String minimumRun;

  @Option(
      names = "--objective",
      paramLabel = "WHAT",
      defaultValue = "green",
      description = {
        "What is made small of the energy that no green power covers: green (the energy itself),",
        "carbon, price or mixed (default: ${DEFAULT-VALUE})."
      })
  private String objective;

  @Option(
      names = "--risk",
      paramLabel = "RISK",
      defaultValue = "chance",
      description = {
        "What is promised: chance (the share reached with the probability) or cvar (the mean of the",
        "cases that are worse; default: ${DEFAULT-VALUE})."
      })
  private String risk;

  @Option(
      names = "--grid",
      paramLabel = "ZONE",
      description = "Grid whose carbon intensity and price count, like DE.")
  private String grid;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "Start no sooner than this time with offset.")
  private String start;

  @Option(
      names = "--restart-kwh",
      paramLabel = "KWH",
      description = "Energy that each restart takes.")
  private double restartKwh;

  @Option(names = "--max-starts", paramLabel = "N", description = "Start it so often at most.")
  private int maximumStarts;

  @Option(
      names = "--uncertainty",
      paramLabel = "SHARE",
      description = "By which share of itself the duration may grow, 0 to 1.")
  private double uncertainty;

  @Option(
      names = "--after",
      split = ",",
      paramLabel = "JOB",
      description = "Ids of jobs that must be done first, separated by commas.")
  private List<String> after = List.of();

  @Option(
      names = "--url",
      description = "The service (default: $SKYWATT_URL, else http://127.0.0.1:8080).")
  private URI url;

  /** The service; its key is $SKYWATT_API_KEY or in the file $SKYWATT_API_KEY_FILE. */
  ServiceConnection connection() throws IOException {
    return Services.connect(url);
  }

  private Duration length() {
    return TimeOptions.duration("--duration", duration);
  }

  Instant end(Instant now) {
    try {
      return Deadline.parse(deadline, now, zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new UsageException("--zone '" + zone + "' must be like Europe/Berlin");
    }
  }

  JobRequest request(Instant end, String name) {
    try {
      return new JobRequest(
          sites,
          name,
          length(),
          power,
          end,
          !atOneGo,
          minimumRun == null ? null : TimeOptions.duration("--minimum-run", minimumRun),
          green,
          probability,
          terms());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private JobTerms terms() {
    return new JobTerms(
        objective,
        risk,
        grid,
        start == null ? null : TimeOptions.time("--start", start),
        restartKwh,
        maximumStarts,
        uncertainty,
        after,
        List.of(),
        null,
        null);
  }
}
