package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.Charge;
import org.skywatt.green.job.JobPlan;
import org.skywatt.green.job.Segment;

/** A plan as the API writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenPlan")
public record PlanJson(
    int version,
    Instant madeAt,
    @Schema(description = "The forecast run that it was made with") String runId,
    @Schema(description = "Place that it runs at, of a job with places") String place,
    @Schema(description = "Energy of moving it there, kWh; absent if none") Double transferKwh,
    List<Stretch> segments,
    @Schema(description = "What the battery does; absent if nothing") List<Charging> battery,
    @Schema(description = "Share of the energy that is green at least, with the job's probability")
        double promisedGreen,
    double expectedGreen,
    @Schema(description = "Expected share if it had started at once") double greenIfNow,
    @Schema(description = "Expected CO2 of a kWh by the grid's intensity alone; absent if unknown")
        Double locationGramsPerKwh,
    @Schema(description = "Expected CO2 of a kWh, green power counted as none; absent if unknown")
        Double marketGramsPerKwh,
    String explanation) {
  /** A stretch of time in which the job runs. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "GreenPlanSegment")
  public record Stretch(
      Instant start, Instant end, @Schema(description = "Power of the job, kW") Double powerKw) {
    /** Plans of earlier versions of the service do not tell the power: it is the job's. */
    Segment toSegment(double usualKw) {
      return new Segment(start, end, powerKw == null ? usualKw : powerKw);
    }
  }

  /** A stretch of time in which the battery is charged, or gives. */
  @Schema(name = "GreenPlanCharge")
  public record Charging(
      Instant start,
      Instant end,
      @Schema(description = "Change of its charge, below 0 where it gives") double kwh) {
    Charge toCharge() {
      return new Charge(start, end, kwh);
    }
  }

  static PlanJson of(int version, Instant madeAt, String runId, PlaceBody place, JobPlan plan) {
    List<Charging> battery =
        plan.battery().stream()
            .map(each -> new Charging(each.start(), each.end(), each.changeKwh()))
            .toList();
    return new PlanJson(
        version,
        madeAt,
        runId,
        place.name(),
        place.transfer() == 0 ? null : place.transferKwh(),
        plan.segments().stream()
            .map(each -> new Stretch(each.start(), each.end(), each.powerKw()))
            .toList(),
        battery.isEmpty() ? null : battery,
        rounded(plan.promisedShare()),
        rounded(plan.expectedShare()),
        rounded(plan.nowShare()),
        known(plan.carbon().location()),
        known(plan.carbon().market()),
        plan.explanation());
  }

  private static Double known(double grams) {
    return Double.isNaN(grams) ? null : (Double) (Math.rint(100 * grams) / 100);
  }

  /** Downwards: a promise must not be rounded up. */
  private static double rounded(double share) {
    return Math.floor(share * 10_000) / 10_000;
  }

  List<Segment> toSegments(double usualKw) {
    return segments.stream().map(each -> each.toSegment(usualKw)).toList();
  }

  List<Charge> toCharges() {
    return battery == null ? List.of() : battery.stream().map(Charging::toCharge).toList();
  }
}
