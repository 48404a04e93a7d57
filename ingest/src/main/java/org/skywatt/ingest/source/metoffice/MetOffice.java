package org.skywatt.ingest.source.metoffice;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.Steps;
import org.skywatt.ingest.source.listing.Listed;
import org.skywatt.ingest.source.listing.S3Listing;

/** The models of the Met Office that lie in its bucket. */
public enum MetOffice implements Source {
  /** Hourly to 54 h (hourly runs between the main ones are shorter). */
  UK("met-office-uk", "Met Office UKV, the United Kingdom at 2 km", "uk-deterministic-2km", 1) {
    @Override
    Steps steps(Instant run) {
      return Steps.every(1, 0, RunTime.hour(run) % 6 == 3 ? 54 : 12);
    }
  },

  /** Hourly to 54 h, three-hourly to 144 h, six-hourly to 168 h at 00 and 12 UTC. */
  GLOBAL("met-office", "Met Office Global, the globe at 10 km", "global-deterministic-10km", 6) {
    @Override
    Steps steps(Instant run) {
      Steps common = Steps.every(1, 0, 54).then(3, 66);
      return RunTime.hour(run) % 12 == 0 ? Steps.every(1, 0, 54).then(3, 144).then(6, 168) : common;
    }
  };

  private static final List<String> DIAGNOSTICS =
      List.of(
          "radiation_flux_in_shortwave_total_downward_at_surface",
          "radiation_flux_in_longwave_downward_at_surface",
          "cloud_amount_of_total_cloud",
          "temperature_at_screen_level",
          "relative_humidity_at_screen_level",
          "pressure_at_surface",
          "wind_speed_at_10m",
          "wind_direction_at_10m");

  private final String id;
  private final String title;
  private final String folder;
  private final int cycleHours;

  MetOffice(String id, String title, String folder, int cycleHours) {
    this.id = id;
    this.title = title;
    this.folder = folder;
    this.cycleHours = cycleHours;
  }

  abstract Steps steps(Instant run);

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
    return "CC-BY-SA-4.0 (Met Office)";
  }

  @Override
  public String base() {
    return "https://met-office-atmospheric-model-data.s3.eu-west-2.amazonaws.com";
  }

  @Override
  public Duration cycle() {
    return Duration.ofHours(cycleHours);
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
    String prefix = folder + "/" + RunTime.format("yyyyMMdd'T'HHmm'Z/'", run);
    Map<String, Listed> listed = new HashMap<>();
    long whole = 0;
    for (Listed each : S3Listing.list(remote, prefix)) {
      listed.put(each.path(), each);
      whole += Math.max(0, each.bytes());
    }
    List<RemoteFile> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int hour : steps(run).upTo(RunTime.hours(horizon))) {
      for (String diagnostic : DIAGNOSTICS) {
        String path = prefix + file(run, hour, diagnostic);
        Listed there = listed.get(path);
        if (there == null) {
          missing.add(file(run, hour, diagnostic));
        } else {
          Optional<Duration> lead = Optional.of(Duration.ofHours(hour));
          files.add(new RemoteFile(path, lead, Optional.empty(), there.bytes()));
        }
      }
    }
    return new Plan(files, missing, whole);
  }

  private static String file(Instant run, int hour, String diagnostic) {
    return RunTime.format("yyyyMMdd'T'HHmm'Z'", run.plus(Duration.ofHours(hour)))
        + String.format(Locale.ROOT, "-PT%04dH00M-%s.nc", hour, diagnostic);
  }
}
