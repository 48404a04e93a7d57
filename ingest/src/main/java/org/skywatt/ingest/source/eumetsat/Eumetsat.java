package org.skywatt.ingest.source.eumetsat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.Source;

/**
 * Images of MTG's imager out of the Data Store: a product an image of 10 minutes, in 40 chunks of
 * rows from south to north, of which those of the served latitudes can be named. A run is an hour.
 *
 * @param firstChunk the southernmost to fetch, 1 to 40
 * @param lastChunk the northernmost
 */
public record Eumetsat(int firstChunk, int lastChunk) implements Source {
  /** Number of chunks of an image. */
  public static final int CHUNKS = 40;

  /** All of the disk. */
  public static final Eumetsat FCI = new Eumetsat(1, CHUNKS);

  /** The view of MTG's imager: 5568 rows of 56 µrad at 2 km, centred (FCI L1 PUG, 3.2). */
  private static final SpaceView VIEW =
      new SpaceView(new Ellipsoid(6_378_137, 6_356_752.314_245), 0, 42_164_537, SpaceView.Sweep.Y);

  private static final double HEIGHT_RAD = 5568 * 56e-6;

  private static final String COLLECTION = "EO:EUM:DAT:0662";
  private static final Duration HOUR = Duration.ofHours(1);

  /** {@code W_XX-…-FCI-1C-RRAD-FDHSI-FD--CHK-BODY-…_0034.nc}: the body's chunks. */
  private static final Pattern BODY =
      Pattern.compile(
          "(?:[^/]{1,60}/)?(W_XX[A-Za-z0-9,+._-]{0,150}CHK-BODY[A-Za-z0-9,+._-]{0,100}"
              + "_(\\d{4})\\.nc)");

  public Eumetsat {
    if (firstChunk < 1 || lastChunk > CHUNKS || firstChunk > lastChunk) {
      throw new IllegalArgumentException(
          "chunks " + firstChunk + " to " + lastChunk + " are not within 1 to " + CHUNKS);
    }
  }

  /**
   * The chunks that show places, and one more on each side.
   *
   * @throws IllegalArgumentException if the satellite sees none of them
   */
  public static Eumetsat covering(double[] latitudes, double[] longitudes) {
    int first = CHUNKS;
    int last = 1;
    boolean seen = false;
    for (int i = 0; i < latitudes.length; i++) {
      double y = VIEW.toPlane(latitudes[i], longitudes[i]).y();
      if (!Double.isNaN(y)) {
        int chunk = 1 + (int) Math.floor((y + HEIGHT_RAD / 2) / HEIGHT_RAD * CHUNKS);
        first = Math.min(first, chunk);
        last = Math.max(last, chunk);
        seen = true;
      }
    }
    if (!seen) {
      throw new IllegalArgumentException("MTG at 0° E sees none of the sites");
    }
    return new Eumetsat(Math.max(1, first - 1), Math.min(CHUNKS, last + 1));
  }

  @Override
  public String id() {
    return "eumetsat-fci";
  }

  @Override
  public String title() {
    return "EUMETSAT MTG FCI, satellite images of Europe and Africa at 1 to 2 km";
  }

  @Override
  public String licence() {
    return "EUMETSAT data policy (licence and key: EUMETSAT's user portal)";
  }

  @Override
  public String base() {
    return "https://api.eumetsat.int";
  }

  @Override
  public Duration cycle() {
    return HOUR;
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
    DataStore store = new DataStore(remote, COLLECTION);
    List<RemoteFile> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (DataStore.Product product : store.products(run, run.plus(HOUR))) {
      int found = 0;
      for (String entry : store.entries(product)) {
        Matcher body = BODY.matcher(entry);
        if (body.matches() && isWanted(Integer.parseInt(body.group(2)))) {
          String name = body.group(1).replaceAll("[,+]", "_");
          files.add(
              new RemoteFile(
                  store.entryPath(product, entry), name, Optional.empty(), Optional.empty(), -1));
          found++;
        }
      }
      if (found < lastChunk - firstChunk + 1) {
        missing.add((lastChunk - firstChunk + 1 - found) + " chunks of " + product.id());
      }
    }
    return new Plan(files, missing, 0);
  }

  private boolean isWanted(int chunk) {
    return chunk >= firstChunk && chunk <= lastChunk;
  }
}
