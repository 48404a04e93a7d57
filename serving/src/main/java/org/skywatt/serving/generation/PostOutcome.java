package org.skywatt.serving.generation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of posted readings. */
@Schema(name = "GenerationOutcome")
public record PostOutcome(
    int accepted,
    @Schema(description = "Known already, just so") int unchanged,
    List<Refusal> refused) {

  /** A reading that was not taken. */
  @Schema(name = "RefusedReading")
  public record Refusal(@Schema(description = "From 1") int row, String problem) {}
}
