package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.JobException;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Objective;
import org.skywatt.green.promise.Risk;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SitesResource;

/** A job as it is asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenJobRequest")
public record JobBody(
    @Schema(description = "For people; up to 200 characters") String name,
    @Schema(required = true, description = "Sites whose green power the job is to run on")
        List<String> sites,
    @Schema(description = "ISO 8601, such as PT6H; or give energyKwh", examples = "PT6H")
        String duration,
    @Schema(description = "Energy of the work; or give duration") Double energyKwh,
    @Schema(description = "Power while it runs, kW; or give powerProfileKw") Double powerKw,
    @Schema(
            description =
                "Power in equal parts of the work, kW, up to 1000; planned as if the highest were"
                    + " drawn throughout")
        double[] powerProfileKw,
    @Schema(description = "Start no sooner; now if absent or past") String earliestStart,
    @Schema(required = true, description = "End no later; a time with offset") String deadline,
    @Schema(description = "Whether it may be suspended and resumed; false if absent")
        Boolean interruptible,
    @Schema(description = "Shortest run of interruptible work, ISO 8601") String minimumRun,
    @Schema(description = "Energy that each restart takes, kWh") Double restartKwh,
    @Schema(description = "By which share of itself the duration may grow, 0 to 1")
        Double durationUncertainty,
    @Schema(description = "Share of the energy that is to be green; 0 if absent: as much as can be")
        Double green,
    @Schema(description = "With which probability it is to be; 0.9 if absent") Double probability,
    @Schema(
            description =
                "What the runner does while this service is away: run (at once), wait (as long as"
                    + " the deadline allows; the default) or skip")
        String fallback,
    @Schema(description = "CO2 of the grid's energy, g/kWh, for the settlement")
        Double gridGramsPerKwh,
    @Schema(
            description =
                "Grid whose posted carbon intensity and price are planned and settled with",
            examples = "DE")
        String zone,
    @Schema(
            description =
                "What is made small of the energy that no green power covers: green (the energy"
                    + " itself; the default), carbon, price, or mixed (both in equal parts)")
        String objective,
    @Schema(
            description =
                "What is promised: chance (the share that is reached with the probability; the"
                    + " default) or cvar (the mean share of the cases that are worse than that)")
        String risk,
    @Schema(description = "Starts of interruptible work at most, the first one counted")
        Integer maximumStarts) {

  private static final int MOST_SITES = 10_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PROFILE = 1_000;
  private static final Set<String> FALLBACKS = Set.of("run", "wait", "skip");

  Set<SiteId> siteIds() {
    if (sites == null || sites.isEmpty() || sites.size() > MOST_SITES) {
      throw ProblemException.badRequest(
          "invalid-sites", "sites must list 1 to " + MOST_SITES + " site ids");
    }
    Set<SiteId> ids = new LinkedHashSet<>();
    sites.forEach(each -> ids.add(SitesResource.parse(each)));
    return ids;
  }

  /**
   * What is to be planned.
   *
   * @throws ProblemException (400) naming what is wrong and how to mend it
   */
  JobSpec spec(Instant now) {
    if (name != null && (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0)) {
      throw ProblemException.badRequest("invalid-name", "name may have 200 characters at most");
    }
    if (fallback != null && !FALLBACKS.contains(fallback)) {
      throw ProblemException.badRequest("invalid-fallback", "fallback must be run, wait or skip");
    }
    if (gridGramsPerKwh != null && !(gridGramsPerKwh >= 0 && gridGramsPerKwh <= 5000)) {
      throw ProblemException.badRequest("invalid-intensity", "gridGramsPerKwh must be 0 to 5000");
    }
    Instant earliest = earliestStart == null ? now : TimeRange.time("earliestStart", earliestStart);
    if (deadline == null) {
      throw ProblemException.badRequest("missing-field", "deadline is missing");
    }
    double power = power();
    try {
      return new JobSpec(
          earliest.isBefore(now) ? now : earliest,
          TimeRange.time("deadline", deadline),
          length(power),
          power,
          new JobSpec.Interruption(
              interruptible != null && interruptible,
              minimumRun == null ? Duration.ZERO : duration("minimumRun", minimumRun),
              restartKwh == null ? 0 : restartKwh,
              maximumStarts == null ? Integer.MAX_VALUE : maximumStarts),
          green == null ? 0 : green,
          probability == null ? 0.9 : probability,
          objectiveAsked(),
          riskAsked());
    } catch (JobException e) {
      throw problem(e);
    }
  }

  static ProblemException problem(JobException e) {
    return ProblemException.badRequest(
        e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
  }

  private Objective objectiveAsked() {
    return switch (objective == null ? "green" : objective) {
      case "green" -> Objective.GREEN;
      case "carbon" -> Objective.CARBON;
      case "price" -> Objective.PRICE;
      case "mixed" -> Objective.MIXED;
      default ->
          throw ProblemException.badRequest(
              "invalid-objective", "objective must be green, carbon, price or mixed");
    };
  }

  private Risk riskAsked() {
    return switch (risk == null ? "chance" : risk) {
      case "chance" -> Risk.CHANCE;
      case "cvar" -> Risk.CONDITIONAL_VALUE_AT_RISK;
      default -> throw ProblemException.badRequest("invalid-risk", "risk must be chance or cvar");
    };
  }

  private double power() {
    if ((powerKw == null) == (powerProfileKw == null)) {
      throw ProblemException.badRequest(
          "invalid-power", "give either powerKw or powerProfileKw, and not both");
    }
    if (powerKw != null) {
      return powerKw;
    }
    if (powerProfileKw.length == 0 || powerProfileKw.length > LONGEST_PROFILE) {
      throw ProblemException.badRequest(
          "invalid-power",
          "powerProfileKw has " + powerProfileKw.length + " parts; give 1 to " + LONGEST_PROFILE);
    }
    double most = 0;
    for (double each : powerProfileKw) {
      if (!(each >= 0)) {
        throw ProblemException.badRequest(
            "invalid-power", "powerProfileKw holds " + each + "; give 0 or more");
      }
      most = Math.max(most, each);
    }
    return most;
  }

  private Duration length(double power) {
    if ((duration == null) == (energyKwh == null)) {
      throw ProblemException.badRequest(
          "invalid-duration", "give either duration or energyKwh, and not both");
    }
    double uncertainty = durationUncertainty == null ? 0 : durationUncertainty;
    if (!(uncertainty >= 0 && uncertainty <= 1)) {
      throw ProblemException.badRequest(
          "invalid-duration", "durationUncertainty " + uncertainty + " must be 0 to 1");
    }
    double seconds =
        duration != null
            ? duration("duration", duration).toSeconds()
            : Math.ceil(3600 * energyKwh / power);
    double most = Math.ceil(seconds * (1 + uncertainty));
    if (!(Math.abs(most) < 1e12)) {
      throw ProblemException.badRequest(
          "invalid-duration", "energyKwh " + energyKwh + " and power " + power + " kW cannot be");
    }
    return Duration.ofSeconds((long) most);
  }

  private static Duration duration(String field, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "invalid-duration", field + " '" + text + "' must be ISO 8601, such as PT3H");
    }
  }
}
