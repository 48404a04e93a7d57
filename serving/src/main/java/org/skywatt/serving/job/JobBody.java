package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.JobSpec;
import org.skywatt.serving.problem.ProblemException;

/** A job as it is asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenJobRequest")
public record JobBody(
    @Schema(description = "For people; up to 200 characters") String name,
    @Schema(description = "Sites whose green power the job is to run on; or give places")
        List<String> sites,
    @Schema(description = "Places of which the job may run at one, up to 20; the plan names it")
        List<PlaceBody> places,
    @Schema(description = "ISO 8601, such as PT6H; or give energyKwh or work", examples = "PT6H")
        String duration,
    @Schema(description = "Energy of the work; or give duration or work") Double energyKwh,
    @Schema(description = "Power while it runs, kW; or give powerProfileKw or elasticPoints")
        Double powerKw,
    @Schema(
            description =
                "Power in equal parts of the work, kW, up to 1000; planned as if the highest were"
                    + " drawn throughout")
        double[] powerProfileKw,
    @Schema(description = "Amount of work that has several speeds, in any unit") Double work,
    @Schema(
            description =
                "Speeds of work, up to 100; each step of the forecast has one of them, or none")
        List<SpeedBody> elasticPoints,
    @Schema(description = "Battery that stores green power for the job") BatteryBody battery,
    @Schema(description = "Ids of jobs that must be done before this one starts, up to 100")
        List<String> after,
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

  private static final int MOST_PLACES = 20;
  // Of all places together, and with a battery: planning holds up the organisation's other jobs.
  private static final int MOST_SITES = 10_000;
  private static final int MOST_WITH_BATTERY = 4;

  /**
   * Where it may run; one place without a name if only sites are named.
   *
   * @throws ProblemException (400) naming what is wrong
   */
  List<PlaceBody> whereabouts() {
    if (places == null) {
      PlaceBody only = new PlaceBody(null, sites, zone, null);
      only.siteIds();
      return List.of(only);
    }
    if (sites != null || places.isEmpty() || places.size() > MOST_PLACES) {
      throw ProblemException.badRequest(
          "invalid-places", "give either sites or 1 to " + MOST_PLACES + " places, and not both");
    }
    List<PlaceBody> named = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (PlaceBody each : places) {
      if (each == null) {
        throw ProblemException.badRequest("invalid-places", "a place is null");
      }
      each.require();
      if (!names.add(each.name())) {
        throw ProblemException.badRequest(
            "invalid-places", "place '" + each.name() + "' is there twice");
      }
      String grid = each.zone() == null ? zone : each.zone();
      named.add(new PlaceBody(each.name(), each.sites(), grid, each.transferKwh()));
    }
    int sum = named.stream().mapToInt(each -> each.siteIds().size()).sum();
    if (sum > MOST_SITES) {
      throw ProblemException.badRequest(
          "invalid-places", "places name " + sum + " sites; give " + MOST_SITES + " at most");
    }
    if (battery != null && named.size() > MOST_WITH_BATTERY) {
      throw ProblemException.badRequest(
          "invalid-places", "a job with a battery has " + MOST_WITH_BATTERY + " places at most");
    }
    return named;
  }

  /** Which of some of {@link #whereabouts} has a name; the first if none has. */
  static int position(List<PlaceBody> places, String name) {
    for (int i = 0; i < places.size(); i++) {
      if (Objects.equals(places.get(i).name(), name)) {
        return i;
      }
    }
    return 0;
  }

  /** What is to be planned; as {@link JobReader} reads it. */
  JobSpec spec(Instant now) {
    return JobReader.spec(this, now);
  }
}
