package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.plan.Battery;
import org.skywatt.green.plan.PlanException;
import org.skywatt.serving.problem.ProblemException;

/** A battery beside a job, as it is asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenJobBattery")
public record BatteryBody(
    @Schema(required = true) double capacityKwh,
    @Schema(required = true, description = "Limit of charging and of discharging, kW")
        double powerKw,
    @Schema(description = "Of a round trip, above 0 to 1; 0.9 if absent") Double efficiency,
    @Schema(description = "Charge now, and again at the deadline, kWh; 0 if absent")
        Double chargeKwh) {
  Battery toBattery() {
    try {
      return new Battery(
          capacityKwh,
          powerKw,
          efficiency == null ? 0.9 : efficiency,
          chargeKwh == null ? 0 : chargeKwh);
    } catch (PlanException e) {
      throw ProblemException.badRequest("invalid-battery", e.getMessage());
    }
  }
}
