package org.skywatt.serving.intensity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.green.signal.PricePoint;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;

/** Takes in prices of energy, such as the hours of a day-ahead auction. */
@Path("/v1/green/price/{zone}")
@Tag(name = "Price")
public class PriceResource {
  private static final int MOST = 20_000;
  private static final String HEADER = "start,end,price_per_mwh";

  private final PriceTable table;
  private final CurrentCaller caller;
  private final Clock clock;

  PriceResource(PriceTable table, CurrentCaller caller, Clock clock) {
    this.table = table;
    this.caller = caller;
    this.clock = clock;
  }

  /** Prices as they are posted. */
  @Schema(name = "GridPrices")
  public record Body(@Schema(required = true) List<Hour> prices) {}

  /** The price of a stretch of time; times with offset. */
  @Schema(name = "GridPrice")
  public record Hour(
      @Schema(required = true, examples = "2026-06-01T12:00:00+02:00") String start,
      @Schema(required = true) String end,
      @Schema(required = true, examples = "-12.5") Double pricePerMwh) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Takes in the price of energy from a grid, a MWh, in any one currency",
      description =
          "What is posted later of the same start holds from then on; plans of an earlier time are"
              + " made with what was posted by then. May be called by operators.")
  @APIResponse(responseCode = "204", description = "It is kept")
  public void put(@PathParam("zone") String zone, Body body) {
    List<Hour> hours = body == null || body.prices() == null ? List.of() : body.prices();
    if (hours.isEmpty() || hours.size() > MOST) {
      throw invalid("there are " + hours.size() + " prices; send 1 to " + MOST);
    }
    List<PricePoint> points = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      try {
        points.add(point(hours.get(i)));
      } catch (IllegalArgumentException | ProblemException e) {
        throw invalid("entry " + i + ": " + e.getMessage());
      }
    }
    keep(zone, points);
  }

  @PUT
  @Consumes("text/csv")
  @RolesAllowed(Role.OPERATORS)
  @Operation(summary = "The same as CSV: " + HEADER, description = "May be called by operators.")
  @APIResponse(responseCode = "204", description = "It is kept")
  public void putCsv(@PathParam("zone") String zone, String body) {
    try {
      keep(zone, StretchCsv.read(body, HEADER, MOST, PricePoint::new));
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  private void keep(String zone, List<PricePoint> points) {
    IntensityResource.requireZone(zone);
    table.put(
        caller.get().organisationId(),
        zone,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        points);
  }

  private static PricePoint point(Hour hour) {
    if (hour == null || hour.start() == null || hour.end() == null || hour.pricePerMwh() == null) {
      throw new IllegalArgumentException("start, end and pricePerMwh are needed");
    }
    return new PricePoint(
        TimeRange.time("start", hour.start()),
        TimeRange.time("end", hour.end()),
        hour.pricePerMwh());
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-price", detail);
  }
}
