package org.skywatt.serving.intensity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.problem.ProblemException;

/** Takes in carbon intensity of grids. */
@Path("/v1/green/intensity/{zone}")
@Tag(name = "Carbon intensity")
public class IntensityResource {
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final IntensityTable table;
  private final CurrentCaller caller;
  private final Clock clock;

  IntensityResource(IntensityTable table, CurrentCaller caller, Clock clock) {
    this.table = table;
    this.caller = caller;
    this.clock = clock;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Takes in the carbon intensity of a grid, g/kWh",
      description =
          "In the shape of the UK Carbon Intensity API, of Electricity Maps, or generation by"
              + " source (mix: start, end, sources) that is weighted with the IPCC's factors. A"
              + " forecast is kept with the time at which it was posted. May be called by"
              + " operators.")
  @APIResponse(responseCode = "204", description = "It is kept")
  public void put(@PathParam("zone") String zone, JsonNode body) {
    keep(zone, IntensityDocument.parse(body));
  }

  @PUT
  @Consumes("text/csv")
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "The same as CSV: start,end,grams_per_kwh",
      description = "May be called by operators.")
  @APIResponse(responseCode = "204", description = "It is kept")
  public void putCsv(@PathParam("zone") String zone, String body) {
    keep(zone, IntensityDocument.parseCsv(body));
  }

  private void keep(String zone, IntensityDocument document) {
    requireZone(zone);
    table.put(
        caller.get().organisationId(),
        zone,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        document);
  }

  static void requireZone(String zone) {
    if (!ZONE.matcher(zone).matches()) {
      throw ProblemException.badRequest(
          "invalid-zone", "a zone is named by letters, digits and . _ -, such as DE");
    }
  }
}
