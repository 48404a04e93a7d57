package org.skywatt.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.skywatt.cli.Json;
import org.skywatt.cli.UsageException;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.solar.Transposition;
import org.skywatt.features.quality.GenerationCheck;
import org.skywatt.features.quality.Plant;
import org.skywatt.features.quality.PowerSeries;
import org.skywatt.features.quality.QualityReport;
import org.skywatt.ingest.csv.PowerCsvReader;
import org.skywatt.ingest.csv.SitesCsvReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt check generation}. */
@Command(
    name = "generation",
    mixinStandardHelpOptions = true,
    description = {
      "Says what is wrong with metered power: units, clock and time zone (from the sun), night",
      "production, stuck values, outages, clipping, curtailment, copies, gaps, and the dates from",
      "which the plant gives more or less than before. Nothing is changed or deleted."
    },
    footer = {
      "",
      "The file: our own columns (site_id,start,end,power_kw), or any CSV with a column of times"
          + " and",
      "one of power. With a latitude and a longitude the plant is taken to be solar.",
      "Example:",
      "  skywatt check generation roof.csv --latitude 13.737 --longitude 100.533 --capacity-kw 5"
          + " \\",
      "    --time-zone Asia/Bangkok"
    })
public final class CheckGenerationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV, gzipped or not; several files continue each other.")
  private List<Path> files;

  @Option(names = "--column", paramLabel = "NAME", description = "Column of the power.")
  private Optional<String> column;

  @Option(names = "--time-column", paramLabel = "NAME", description = "Column of the times.")
  private Optional<String> timeColumn;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description =
          "Of times without an offset: UTC, +07:00 or Europe/Berlin (default: ${DEFAULT-VALUE}).")
  private String timeZone;

  @Option(names = "--stamps-end", description = "The times are the ends of intervals.")
  private boolean stampsEnd;

  @Option(
      names = "--capacity-kw",
      paramLabel = "KW",
      description = "AC capacity; without it, the 99.9% quantile of power stands for it.")
  private Double capacityKw;

  @Option(names = "--latitude", paramLabel = "DEGREES", description = "Of a solar plant, north.")
  private Double latitude;

  @Option(names = "--longitude", paramLabel = "DEGREES", description = "Of a solar plant, east.")
  private Double longitude;

  @Option(names = "--elevation", paramLabel = "M", defaultValue = "0", description = "Metres.")
  private double elevation;

  @Option(
      names = "--tilt",
      paramLabel = "DEGREES",
      description = "Of the modules; found from the power where it is not given.")
  private Double tilt;

  @Option(
      names = "--azimuth",
      paramLabel = "DEGREES",
      description = "That the modules face, clockwise from north; needs --tilt.")
  private Double azimuth;

  @Option(
      names = "--sites",
      paramLabel = "FILE",
      description = "Sites, as 'skywatt ingest sites' takes them: capacity and place of each.")
  private Path sitesFile;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Plant given = plant();
    Map<String, Site> sites = new HashMap<>();
    if (sitesFile != null) {
      SitesCsvReader.read(sitesFile).sites().forEach(site -> sites.put(site.id().value(), site));
    }
    PowerCsvReader.Result read =
        PowerCsvReader.read(
            files, new PowerCsvReader.Layout(timeColumn, column, zone(), stampsEnd));
    List<CheckedSeries> checked = new ArrayList<>();
    for (PowerCsvReader.Series series : read.series()) {
      Plant plant = Optional.ofNullable(sites.get(series.siteId())).map(Plant::of).orElse(given);
      QualityReport report =
          GenerationCheck.check(
              new PowerSeries(series.startSeconds(), series.power(), series.stepSeconds()), plant);
      checked.add(new CheckedSeries(series, plant, report));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          Json.MAPPER.writeValueAsString(QualityJson.of(checked, read.rejections(), Json.MAPPER)));
    } else {
      QualityText.print(out, checked, read.rejections());
    }
    out.flush();
    return read.rejections().count() > 0 ? 1 : 0;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw new UsageException(
          "--time-zone " + timeZone + " is unknown; write UTC, +07:00 or Europe/Berlin");
    }
  }

  private Plant plant() {
    if ((latitude == null) != (longitude == null)) {
      throw new UsageException("--latitude and --longitude belong together");
    }
    if ((tilt == null) != (azimuth == null)) {
      throw new UsageException("--tilt and --azimuth belong together");
    }
    if (capacityKw != null && !(capacityKw > 0)) {
      throw new UsageException("--capacity-kw must be above zero, not " + capacityKw);
    }
    try {
      return new Plant(
          capacityKw == null ? Double.NaN : capacityKw,
          latitude == null
              ? Optional.empty()
              : Optional.of(new Location(latitude, longitude, elevation)),
          tilt == null ? Optional.empty() : Optional.of(plane(new Mount.Fixed(tilt, azimuth))));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static Transposition.Plane plane(Mount.Fixed fixed) {
    return new Transposition.Plane(fixed.tiltDeg(), fixed.azimuthDeg());
  }
}
