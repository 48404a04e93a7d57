package org.skywatt.ingest.source.dwd;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.Steps;
import org.skywatt.ingest.source.listing.HtmlListing;
import org.skywatt.ingest.source.listing.Listed;

/** The limited-area models of Deutscher Wetterdienst. */
public enum Icon implements Source {
  /** Hourly to 78 h, three-hourly to 120 h; the runs of 03, 09, 15 and 21 UTC to 30 h. */
  EUROPE("icon-eu", "DWD ICON-EU, Europe at 0.0625°") {
    @Override
    Steps steps(Instant run) {
      return RunTime.hour(run) % 6 == 0
          ? Steps.every(1, 0, 78).then(3, 120)
          : Steps.every(1, 0, 30);
    }

    @Override
    String file(Instant run, int hour, String variable) {
      return "icon-eu_europe_regular-lat-lon_single-level_"
          + RunTime.format("yyyyMMddHH", run)
          + String.format(
              Locale.ROOT, "_%03d_%s.grib2.bz2", hour, variable.toUpperCase(Locale.ROOT));
    }
  },

  /** Hourly to 48 h. */
  GERMANY("icon-d2", "DWD ICON-D2, Germany and around at 0.02°") {
    @Override
    Steps steps(Instant run) {
      return Steps.every(1, 0, 48);
    }

    @Override
    String file(Instant run, int hour, String variable) {
      return "icon-d2_germany_regular-lat-lon_single-level_"
          + RunTime.format("yyyyMMddHH", run)
          + String.format(Locale.ROOT, "_%03d_2d_%s.grib2.bz2", hour, variable);
    }
  };

  private static final List<String> VARIABLES =
      List.of(
          "aswdir_s",
          "aswdifd_s",
          "clct",
          "clcl",
          "clcm",
          "clch",
          "t_2m",
          "relhum_2m",
          "ps",
          "tot_prec",
          "u_10m",
          "v_10m",
          "vmax_10m");

  private final String id;
  private final String title;

  Icon(String id, String title) {
    this.id = id;
    this.title = title;
  }

  abstract Steps steps(Instant run);

  abstract String file(Instant run, int hour, String variable);

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
    return "CC-BY-4.0 (Deutscher Wetterdienst)";
  }

  @Override
  public String base() {
    return "https://opendata.dwd.de/weather/nwp";
  }

  @Override
  public Duration cycle() {
    return Duration.ofHours(3);
  }

  @Override
  public Grain grain() {
    return Grain.FILE;
  }

  @Override
  public boolean hidesMissing() {
    return false;
  }

  @Override
  public Plan plan(Instant run, Duration horizon, Remote remote) throws IOException {
    List<RemoteFile> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    long whole = 0;
    String stamp = "_" + RunTime.format("yyyyMMddHH", run) + "_";
    for (String variable : VARIABLES) {
      String folder = id + "/grib/" + RunTime.format("HH", run) + "/" + variable + "/";
      Map<String, Listed> listed = new TreeMap<>();
      for (Listed each : HtmlListing.list(remote, folder)) {
        listed.put(each.path(), each);
        whole += each.path().contains(stamp) ? Math.max(0, each.bytes()) : 0;
      }
      for (int hour : steps(run).upTo(RunTime.hours(horizon))) {
        String path = folder + file(run, hour, variable);
        Listed there = listed.get(path);
        if (there != null) {
          Optional<Duration> lead = Optional.of(Duration.ofHours(hour));
          files.add(new RemoteFile(path, lead, Optional.empty(), there.bytes()));
        } else if (!(hour == 0 && variable.equals("vmax_10m"))) {
          // A maximum since the start has no hour zero.
          missing.add(file(run, hour, variable));
        }
      }
    }
    return new Plan(files, missing, whole);
  }
}
