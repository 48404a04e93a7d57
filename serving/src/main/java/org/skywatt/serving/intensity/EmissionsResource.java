package org.skywatt.serving.intensity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.intensity.EmissionsJson.EmissionsData;
import org.skywatt.serving.intensity.EmissionsJson.Forecast;
import org.skywatt.serving.intensity.EmissionsJson.ForecastRequest;
import org.skywatt.serving.intensity.EmissionsJson.Location;
import org.skywatt.serving.intensity.EmissionsJson.Mean;
import org.skywatt.serving.intensity.EmissionsJson.MeanRequest;
import org.skywatt.serving.problem.ProblemException;

/** The routes of the Carbon Aware SDK's web API, for its clients. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Carbon Aware SDK")
public class EmissionsResource {
  private static final int MOST = 100;

  private final Emissions emissions;

  EmissionsResource(Emissions emissions) {
    this.emissions = emissions;
  }

  @GET
  @Path("locations")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The zones whose carbon intensity was posted",
      description = "May be called by viewers.")
  public Map<String, Location> locations() {
    Map<String, Location> all = new TreeMap<>();
    emissions.zones().forEach(zone -> all.put(zone, new Location(null, null, zone)));
    return all;
  }

  @GET
  @Path("emissions/bylocation")
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "Measured intensity of a zone", description = "May be called by viewers.")
  public List<EmissionsData> byLocation(
      @QueryParam("location") String location,
      @QueryParam("time") String time,
      @QueryParam("toTime") String toTime) {
    return emissions.measured(location, time, toTime);
  }

  @GET
  @Path("emissions/bylocations")
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "Measured intensity of zones", description = "May be called by viewers.")
  public List<EmissionsData> byLocations(
      @QueryParam("location") List<String> location,
      @QueryParam("locations") List<String> locations,
      @QueryParam("time") String time,
      @QueryParam("toTime") String toTime) {
    List<EmissionsData> all = new ArrayList<>();
    for (String each : names(location, locations)) {
      all.addAll(emissions.measured(each, time, toTime));
    }
    return all;
  }

  @GET
  @Path("emissions/bylocations/best")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The least measured intensity of zones",
      description = "May be called by viewers.")
  public List<EmissionsData> best(
      @QueryParam("location") List<String> location,
      @QueryParam("locations") List<String> locations,
      @QueryParam("time") String time,
      @QueryParam("toTime") String toTime) {
    List<EmissionsData> all = byLocations(location, locations, time, toTime);
    double least = all.stream().mapToDouble(EmissionsData::rating).min().orElse(Double.NaN);
    return all.stream().filter(each -> each.rating() <= least).toList();
  }

  @GET
  @Path("emissions/forecasts/current")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The newest forecasts of zones, and their windows of least intensity",
      description = "May be called by viewers.")
  public List<Forecast> current(
      @QueryParam("location") List<String> location,
      @QueryParam("dataStartAt") String dataStartAt,
      @QueryParam("dataEndAt") String dataEndAt,
      @QueryParam("windowSize") Integer windowSize) {
    return names(location, List.of()).stream()
        .map(each -> emissions.forecast(each, null, dataStartAt, dataEndAt, windowSize))
        .toList();
  }

  @POST
  @Path("emissions/forecasts/batch")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Forecasts as they were at earlier times",
      description = "May be called by viewers.")
  public List<Forecast> batch(List<ForecastRequest> requests) {
    return limited(requests).stream()
        .map(
            each ->
                emissions.forecast(
                    each.location(),
                    each.requestedAt(),
                    each.dataStartAt(),
                    each.dataEndAt(),
                    each.windowSize()))
        .toList();
  }

  @GET
  @Path("emissions/average-carbon-intensity")
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "Mean measured intensity", description = "May be called by viewers.")
  public Mean average(
      @QueryParam("location") String location,
      @QueryParam("startTime") String startTime,
      @QueryParam("endTime") String endTime) {
    return emissions.mean(location, startTime, endTime);
  }

  @POST
  @Path("emissions/average-carbon-intensity/batch")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "Mean measured intensities", description = "May be called by viewers.")
  public List<Mean> averages(List<MeanRequest> requests) {
    return limited(requests).stream()
        .map(each -> emissions.mean(each.location(), each.startTime(), each.endTime()))
        .toList();
  }

  private static List<String> names(List<String> some, List<String> others) {
    List<String> names = new ArrayList<>(some);
    names.addAll(others);
    if (names.isEmpty()) {
      throw ProblemException.badRequest("missing-field", "location is missing");
    }
    return limited(names);
  }

  private static <T> List<T> limited(List<T> requests) {
    if (requests == null || requests.isEmpty() || requests.size() > MOST) {
      throw ProblemException.badRequest("invalid-body", "send 1 to " + MOST + " requests");
    }
    if (requests.stream().anyMatch(Objects::isNull)) {
      throw ProblemException.badRequest("invalid-body", "a request is null");
    }
    return requests;
  }
}
