package org.skywatt.serving.forecast;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every question for a forecast may say. */
public class ForecastParameters {
  @Parameter(description = "Only steps that end after this time, such as 2026-06-01T06:00:00Z")
  @QueryParam("from")
  String from;

  @Parameter(description = "Only steps that start before this time")
  @QueryParam("to")
  String to;

  @Parameter(description = "The newest run that was issued by this time; the newest if absent")
  @QueryParam("as_of")
  String asOf;

  @Parameter(description = "The newest run that was issued before this time (gate closure)")
  @QueryParam("issued_before")
  String issuedBefore;

  @Parameter(
      description =
          "What was forecast at least so many minutes before each step began, 0 to 43200; needs"
              + " from and to, at most 31 days apart")
  @QueryParam("horizon_minutes")
  @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER)
  String horizonMinutes;

  @Parameter(
      description =
          "Quantile levels, such as 0.1,0.5,0.9; between those of the run any, all of the run if absent")
  @QueryParam("levels")
  String levels;

  @Parameter(description = "The newest run of this model; physical for the one that learns nothing")
  @QueryParam("model")
  String model;

  @Parameter(
      description = "Minutes that a day is a multiple of, or settlement; the run's own if absent")
  @QueryParam("resolution")
  String resolution;

  @Parameter(
      description = "With resolution=settlement: GB (half hours) or DE (quarter hours)",
      schema = @Schema(enumeration = {"GB", "DE"}))
  @QueryParam("market")
  String market;

  @Parameter(description = "kw if absent", schema = @Schema(enumeration = {"kw", "mw", "fraction"}))
  @QueryParam("unit")
  String unit;

  @Parameter(description = "Zone that times are written in, such as Europe/Berlin; UTC if absent")
  @QueryParam("tz")
  String tz;

  /** Those of the newest run; each may be null. */
  public static ForecastParameters of(String resolution, String levels, String tz) {
    ForecastParameters parameters = new ForecastParameters();
    parameters.resolution = resolution;
    parameters.levels = levels;
    parameters.tz = tz;
    return parameters;
  }

  /** What was forecast so many minutes ahead, in the run's own step. */
  public static ForecastParameters ahead(String from, String to, int minutes) {
    ForecastParameters parameters = new ForecastParameters();
    parameters.from = from;
    parameters.to = to;
    parameters.horizonMinutes = Integer.toString(minutes);
    return parameters;
  }

  /**
   * The question, understood.
   *
   * @throws org.skywatt.serving.problem.ProblemException (400) if a parameter is not
   */
  public ForecastQuery parse() {
    return ForecastQuery.of(this);
  }
}
