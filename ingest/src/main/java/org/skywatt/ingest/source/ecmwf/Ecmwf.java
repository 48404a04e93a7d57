package org.skywatt.ingest.source.ecmwf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.ingest.source.MessageIndex;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.Steps;

/** The models of ECMWF's open data. */
public enum Ecmwf implements Source {
  /** Three-hourly to 144 h, then six-hourly to 360 h at 00 and 12 UTC. */
  IFS("ecmwf", "ECMWF IFS, the globe at 0.25°", "ifs", "oper", "fc"),

  /** As IFS, 51 members: some GB a run even so. */
  ENSEMBLE("ecmwf-ens", "ECMWF ensemble, the globe at 0.25°", "ifs", "enfo", "ef"),

  /** Six-hourly to 360 h. */
  AIFS("ecmwf-aifs", "ECMWF AIFS, the globe at 0.25°", "aifs-single", "oper", "fc");

  /** First run of IFS cycle 50r1. */
  private static final Instant CYCLE_50R1 = Instant.parse("2026-05-12T06:00:00Z");

  /**
   * Parameters of single levels with their GRIB2 numbers; none for those that ECMWF writes with
   * local numbers in some versions.
   */
  private static final Map<String, String> WANTED =
      Map.ofEntries(
          Map.entry("ssrd", "0.4.7"),
          Map.entry("strd", "0.5.3"),
          Map.entry("tcc", ""),
          Map.entry("2t", "0.0.0"),
          Map.entry("2d", "0.0.6"),
          Map.entry("sp", "0.3.0"),
          Map.entry("tp", ""),
          Map.entry("10u", "0.2.2"),
          Map.entry("10v", "0.2.3"),
          Map.entry("100u", "0.2.2"),
          Map.entry("100v", "0.2.3"));

  private final String id;
  private final String title;
  private final String model;
  private final String stream;
  private final String type;

  Ecmwf(String id, String title, String model, String stream, String type) {
    this.id = id;
    this.title = title;
    this.model = model;
    this.stream = stream;
    this.type = type;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String licence() {
    return "CC-BY-4.0 (ECMWF)";
  }

  @Override
  public String base() {
    return "https://data.ecmwf.int/forecasts";
  }

  @Override
  public Duration cycle() {
    return Duration.ofHours(6);
  }

  @Override
  public Grain grain() {
    return Grain.MESSAGE;
  }

  @Override
  public boolean hidesMissing() {
    return true;
  }

  @Override
  public Plan plan(Instant run, Duration horizon, Remote remote) {
    List<RemoteFile> files = new ArrayList<>();
    for (int hour : steps(run).upTo(RunTime.hours(horizon))) {
      Duration lead = Duration.ofHours(hour);
      String path = path(run, hour);
      files.add(
          new RemoteFile(
              path + ".grib2",
              Optional.of(lead),
              Optional.of(new MessageIndex(path + ".index", new EcmwfIndex(WANTED, run, lead))),
              -1));
    }
    return Plan.unlisted(files);
  }

  private Steps steps(Instant run) {
    if (this == AIFS) {
      return Steps.every(6, 0, 360);
    }
    Steps short144 = Steps.every(3, 0, 144);
    return isMain(run) ? short144.then(6, 360) : short144;
  }

  private String path(Instant run, int hour) {
    String own = this == IFS && !isMain(run) && run.isBefore(CYCLE_50R1) ? "scda" : stream;
    return RunTime.format("yyyyMMdd/HH'z/'", run)
        + model
        + "/0p25/"
        + own
        + RunTime.format("/yyyyMMddHH'0000-'", run)
        + hour
        + "h-"
        + own
        + "-"
        + type;
  }

  private static boolean isMain(Instant run) {
    return RunTime.hour(run) % 12 == 0;
  }
}
