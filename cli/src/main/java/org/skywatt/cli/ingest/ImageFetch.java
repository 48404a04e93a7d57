package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Progress;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.Fetching;
import org.skywatt.cli.pipeline.OpenHistories;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.fetch.Addresses;
import org.skywatt.ingest.fetch.ClientCredentials;
import org.skywatt.ingest.fetch.Credentials;
import org.skywatt.ingest.fetch.FetchSettings;
import org.skywatt.ingest.fetch.HttpFetcher;
import org.skywatt.ingest.job.NwpFile;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.eumetsat.Eumetsat;
import org.skywatt.ingest.source.run.FetchedRun;

/** Fetches the images of a source, an hour at a time, and takes them. */
final class ImageFetch {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final double KEPT_DEG = 4;
  private static final String KEY = "SKYWATT_EUMETSAT_KEY";
  private static final String SECRET = "SKYWATT_EUMETSAT_SECRET";

  private final DataHome home;
  private final Source source;
  private final URI base;
  private final PrintWriter out;
  private final Progress progress;

  /**
   * @param url another address of the source; null for its own
   */
  ImageFetch(DataHome home, Source source, String url, PrintWriter out) {
    this.home = home;
    this.source = source;
    this.out = out;
    this.progress = new Progress(out);
    try {
      this.base = Addresses.parse(url == null ? source.base() : url);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--url " + e.getMessage());
    }
  }

  /** Fetches and takes what was scanned between two times; returns the exit code. */
  int take(Instant from, Instant to, Duration delay) throws IOException {
    Source wanted = source instanceof Eumetsat ? overSites() : source;
    Fetching fetching;
    List<FetchedRun> hours;
    Map<String, String> environment = System.getenv();
    try (HttpFetcher http =
        new HttpFetcher(FetchSettings.DEFAULT, credentials(environment), environment)) {
      Remote remote = new Remote(http, base);
      fetching = new Fetching(wanted, remote, home.fetched(), HOUR, progress::say);
      hours = fetching.between(from, to);
    }
    out.println("from " + Addresses.show(base) + ": " + source.licence());
    List<NwpFile> files = new ArrayList<>();
    boolean whole = true;
    for (FetchedRun hour : hours) {
      out.printf(
          "%s %s: %d images, %s%n", source.id(), hour.run(), hour.files().size(), hour.bytesLine());
      hour.missing().forEach(missing -> out.println("  not published yet: " + missing));
      hour.refused().forEach(reason -> out.println("  refused: " + reason));
      whole &= hour.refused().isEmpty();
      hour.files().forEach((file, published) -> files.add(new NwpFile(file.toString(), published)));
    }
    out.flush();
    int code =
        new Taking(home, out, progress).run(ingest -> ingest.frames(files, described(delay)));
    if (code == 0) {
      fetching.cleanBefore(from.minus(HOUR)); // what the next turn asks for again stays
    }
    return whole ? code : 1;
  }

  private SatelliteSource described(Duration delay) {
    boolean fci = source instanceof Eumetsat;
    boolean disk = source.id().endsWith("-disk");
    return new SatelliteSource(
        source.id(),
        delay,
        "*.nc",
        Duration.ofMinutes(fci || disk ? 10 : 5),
        fci ? "vis_06" : "C02",
        fci ? "ir_105" : "C13");
  }

  private Source overSites() throws IOException {
    try {
      List<Site> sites =
          OpenHistories.use(home, Instant.now(), histories -> histories.sites(Instant.now()));
      if (sites.isEmpty()) {
        throw new IOException("no site is known yet: start with skywatt ingest sites FILE");
      }
      // What is kept of an image reaches 3° beyond the sites, to whole degrees.
      double[] latitudes = new double[2 * sites.size()];
      double[] longitudes = new double[latitudes.length];
      for (int i = 0; i < sites.size(); i++) {
        latitudes[2 * i] = Math.max(-90, sites.get(i).location().latitude() - KEPT_DEG);
        latitudes[2 * i + 1] = Math.min(90, sites.get(i).location().latitude() + KEPT_DEG);
        longitudes[2 * i] = sites.get(i).location().longitude();
        longitudes[2 * i + 1] = longitudes[2 * i];
      }
      return Eumetsat.covering(latitudes, longitudes);
    } catch (IOException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    } catch (Exception e) {
      throw new IOException("the sites cannot be read: " + e.getMessage(), e);
    }
  }

  private Credentials credentials(Map<String, String> environment) throws IOException {
    if (!(source instanceof Eumetsat)) {
      return Credentials.of(source.id(), base, environment);
    }
    String key = environment.getOrDefault(KEY, "").strip();
    String secret = environment.getOrDefault(SECRET, "").strip();
    if (key.isEmpty() || secret.isEmpty()) {
      throw new IOException("EUMETSAT's Data Store asks for a key: set " + KEY + " and " + SECRET);
    }
    URI token = Addresses.parse(base.toString().replaceFirst("/+$", "") + "/token");
    return ClientCredentials.token(token, key, secret, environment);
  }
}
