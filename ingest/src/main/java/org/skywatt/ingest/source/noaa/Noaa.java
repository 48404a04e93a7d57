package org.skywatt.ingest.source.noaa;

import static org.skywatt.ingest.source.noaa.NcepField.average;
import static org.skywatt.ingest.source.noaa.NcepField.instant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skywatt.ingest.source.MessageIndex;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.Steps;

/** The models of NOAA that are fetched message by message. */
public enum Noaa implements Source {
  /** Hourly to 120 h, three-hourly to 384 h. */
  GFS(
      "gfs",
      "NOAA GFS, the globe at 0.25°",
      "https://noaa-gfs-bdp-pds.s3.amazonaws.com",
      6,
      List.of(
          average("DSWRF", "surface", "0.4.192"),
          average("DLWRF", "surface", "0.5.192"),
          average("PRATE", "surface", "0.1.7"),
          instant("TCDC", "entire atmosphere", "0.6.1"),
          instant("LCDC", "low cloud layer", "0.6.3"),
          instant("MCDC", "middle cloud layer", "0.6.4"),
          instant("HCDC", "high cloud layer", "0.6.5"),
          instant("TMP", "2 m above ground", "0.0.0"),
          instant("RH", "2 m above ground", "0.1.1"),
          instant("PRES", "surface", "0.3.0"),
          instant("GUST", "surface", "0.2.22"),
          instant("UGRD", "10 m above ground", "0.2.2"),
          instant("VGRD", "10 m above ground", "0.2.3"),
          instant("UGRD", "100 m above ground", "0.2.2"),
          instant("VGRD", "100 m above ground", "0.2.3"))) {
    @Override
    String path(Instant run, int hour) {
      return RunTime.format("'gfs.'yyyyMMdd/HH'/atmos/gfs.t'HH'z.pgrb2.0p25.f'", run)
          + String.format(Locale.ROOT, "%03d", hour);
    }

    @Override
    Steps steps(Instant run) {
      return Steps.every(1, 0, 120).then(3, 384);
    }
  },

  /** Hourly. */
  HRRR(
      "hrrr",
      "NOAA HRRR, the contiguous United States at 3 km",
      "https://noaa-hrrr-bdp-pds.s3.amazonaws.com",
      1,
      List.of(
          instant("DSWRF", "surface", "0.4.192"),
          instant("DLWRF", "surface", "0.5.192"),
          instant("VBDSF", "surface", "0.4.200"),
          instant("VDDSF", "surface", "0.4.201"),
          instant("PRATE", "surface", "0.1.7"),
          instant("TCDC", "entire atmosphere", "0.6.1"),
          instant("LCDC", "low cloud layer", "0.6.3"),
          instant("MCDC", "middle cloud layer", "0.6.4"),
          instant("HCDC", "high cloud layer", "0.6.5"),
          instant("TMP", "2 m above ground", "0.0.0"),
          instant("RH", "2 m above ground", "0.1.1"),
          instant("PRES", "surface", "0.3.0"),
          instant("GUST", "surface", "0.2.22"),
          instant("UGRD", "10 m above ground", "0.2.2"),
          instant("VGRD", "10 m above ground", "0.2.3"),
          instant("UGRD", "80 m above ground", "0.2.2"),
          instant("VGRD", "80 m above ground", "0.2.3"))) {
    @Override
    String path(Instant run, int hour) {
      return RunTime.format("'hrrr.'yyyyMMdd'/conus/hrrr.t'HH'z.wrfsfcf'", run)
          + String.format(Locale.ROOT, "%02d", hour)
          + ".grib2";
    }

    @Override
    Steps steps(Instant run) {
      return Steps.every(1, 0, RunTime.hour(run) % 6 == 0 ? 48 : 18);
    }
  };

  private final String name;
  private final String title;
  private final String base;
  private final int cycleHours;
  private final List<NcepField> wanted;

  Noaa(String name, String title, String base, int cycleHours, List<NcepField> wanted) {
    this.name = name;
    this.title = title;
    this.base = base;
    this.cycleHours = cycleHours;
    this.wanted = wanted;
  }

  abstract String path(Instant run, int hour);

  abstract Steps steps(Instant run);

  @Override
  public String title() {
    return title;
  }

  @Override
  public String licence() {
    return "public domain (NOAA)";
  }

  @Override
  public String base() {
    return base;
  }

  @Override
  public Duration cycle() {
    return Duration.ofHours(cycleHours);
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
  public String id() {
    return name;
  }

  @Override
  public Plan plan(Instant run, Duration horizon, Remote remote) {
    List<RemoteFile> files = new ArrayList<>();
    for (int hour : steps(run).upTo(RunTime.hours(horizon))) {
      Duration lead = Duration.ofHours(hour);
      String path = path(run, hour);
      files.add(
          new RemoteFile(
              path,
              Optional.of(lead),
              Optional.of(new MessageIndex(path + ".idx", new WgribIndex(wanted, run, lead))),
              -1));
    }
    return Plan.unlisted(files);
  }
}
