package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.Settlement;

/** A settlement as the API writes it. Energies in kWh, CO2 in grams. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenSettlement")
public record SettlementJson(
    @Schema(description = "Place that it ran at, of a job with places") String place,
    double plannedKwh,
    double actualKwh,
    @Schema(description = "Energy of moving it to its place, as stated; not part of actualKwh")
        Double transferKwh,
    @Schema(
            description =
                "What the battery gave, as planned: it has no meter of its own; absent without one."
                    + " It counts in greenKwh and not in oracleGreenKwh and atOnceGreenKwh")
        Double batteryKwh,
    @Schema(description = "Metered energy matched with green energy of the same step")
        double greenKwh,
    @Schema(description = "greenKwh / actualKwh; absent if nothing was used") Double green,
    @Schema(description = "What the first plan promised") Double promisedGreen,
    Boolean promiseKept,
    double plannedGreenKwh,
    @Schema(description = "The most that any plan could have matched") double oracleGreenKwh,
    @Schema(description = "What running at once would have matched") double atOnceGreenKwh,
    double regretKwh,
    @Schema(description = "Share of the regret that is the forecast's; absent without regret")
        Double forecastShareOfRegret,
    @Schema(description = "All its energy at the grid's intensity; absent if that is not known")
        Double locationBasedGrams,
    @Schema(description = "Only the energy that no green energy matches") Double marketBasedGrams,
    @Schema(
            description =
                "How green power of the past is known: metered (posted generation), newest-forecast"
                    + " (the expected value of the last run issued before each step), or mixed")
        String greenSource,
    @Schema(description = "Share of the steps whose green power was metered") double meteredShare,
    @Schema(description = "Hours in which energy was used; they add up to actualKwh")
        List<Hour> hours) {
  /** What was used in an hour; CO2 absent if the grid's intensity is not known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "GreenSettlementHour")
  public record Hour(
      Instant start,
      double actualKwh,
      double greenKwh,
      Double locationBasedGrams,
      Double marketBasedGrams) {}

  static SettlementJson of(
      Settlement settled,
      CarbonAccount carbon,
      List<PlanJson> plans,
      PlaceBody place,
      Double batteryKwh,
      double meteredShare) {
    Double share =
        settled.actualKwh() > 0 ? (Double) (settled.greenKwh() / settled.actualKwh()) : null;
    PlanJson last = plans.isEmpty() ? null : plans.get(plans.size() - 1);
    Double promised = plans.isEmpty() ? null : (Double) plans.get(0).promisedGreen();
    double forecastShare = settled.forecastShare();
    return new SettlementJson(
        last == null ? null : last.place(),
        settled.plannedKwh(),
        settled.actualKwh(),
        last == null || place.transfer() == 0 ? null : place.transferKwh(),
        batteryKwh,
        settled.greenKwh(),
        share,
        promised,
        (share == null || promised == null) ? null : (Boolean) (share >= promised - 1e-9),
        settled.plannedGreenKwh(),
        settled.oracleGreenKwh(),
        settled.atOnceGreenKwh(),
        settled.regretKwh(),
        Double.isNaN(forecastShare) ? null : (Double) forecastShare,
        carbon.locationGrams(),
        carbon.marketGrams(),
        meteredShare == 0 ? "newest-forecast" : meteredShare == 1 ? "metered" : "mixed",
        meteredShare,
        carbon.hours());
  }
}
