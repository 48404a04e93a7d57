package org.skywatt.ingest.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.Steps;
import org.skywatt.ingest.raster.GeoTiffWriter;

/**
 * The simulated world: a pure function of a seed and absolute time. Immutable and safe for threads.
 *
 * <p>Files are those that exist at a moment, as providers would have published them by then. Asking
 * for a later moment adds files and never changes one, so a feed is followed by calling again.
 */
public final class SimulatedWorld {
  /** From a run's reference time to its file. */
  public static final Duration NWP_DELAY = Duration.ofHours(3);

  /** From a scan to its image. */
  public static final Duration SATELLITE_DELAY = Duration.ofMinutes(10);

  /** From the end of an hour to its meter reading. */
  public static final Duration GENERATION_DELAY = Duration.ofMinutes(15);

  private static final Duration RUN_EVERY = Duration.ofHours(6);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final DateTimeFormatter BY_DAY = pattern("yyyyMMdd");
  private static final DateTimeFormatter BY_HOUR = pattern("yyyyMMddHH");
  private static final DateTimeFormatter BY_MINUTE = pattern("yyyyMMddHHmm");

  private final long seed;
  private final Weather weather;
  private final SimulatedTerrain terrain;
  private final List<Site> sites;
  private final Meter meter;

  public SimulatedWorld(long seed) {
    this.seed = seed;
    weather = new Weather(seed);
    terrain = new SimulatedTerrain(seed);
    sites = SimulatedSites.on(terrain);
    meter = new Meter(seed, new Plants(seed, weather, terrain, sites));
  }

  /** The sites, sorted by id: six solar, three wind. */
  public List<Site> sites() {
    return sites;
  }

  /**
   * The true cloud index at a place: 0 clear, 1 overcast. For tests: no forecast may see it.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public double trueCloudIndex(double latitude, double longitude, Instant time) {
    return weather.cloudIndex(Region.x(longitude), Region.y(latitude), Region.hours(time));
  }

  /**
   * Writes every file that exists at {@code to} and is about the time since {@code from}: {@code
   * sites.csv}, {@code nwp/}, {@code generation/}. Files that are there are left alone; a file
   * appears under its name when it is whole.
   *
   * <p>Generation comes as a file a day, and for the day that is not over a file an hour, whose
   * rows the day's file repeats later; satellite scans come as a file a day, and before that one by
   * one.
   *
   * @param progress told one line now and then
   */
  public void writeFiles(Path dir, Instant from, Instant to, Consumer<String> progress)
      throws IOException {
    Files.createDirectories(dir);
    write(dir.resolve("sites.csv"), file -> Files.writeString(file, SimulatedSites.csv(sites)));
    progress.accept("SIMULATED world: " + sites.size() + " sites");
    Path terrainFile = Files.createDirectories(dir.resolve("terrain")).resolve("simulated-dem.tif");
    write(
        terrainFile,
        file ->
            GeoTiffWriter.write(
                file,
                Region.TERRAIN_GRID,
                terrain.elevations(Region.TERRAIN_GRID),
                "SIMULATED elevation, m above sea level"));
    writeNwp(dir.resolve("nwp"), from, to, progress);
    writeSatellite(dir.resolve("satellite"), from, to, progress);
    writeGeneration(dir.resolve("generation"), from, to, progress);
  }

  private void writeNwp(Path dir, Instant from, Instant to, Consumer<String> progress)
      throws IOException {
    Files.createDirectories(dir);
    LatLonGrid grid = Region.NWP_GRID;
    float[] elevations = terrain.elevations(grid);
    Instant first = Steps.floor(from, RUN_EVERY).minus(RUN_EVERY);
    int runs = 0;
    for (Instant init = first; !init.plus(NWP_DELAY).isAfter(to); init = init.plus(RUN_EVERY)) {
      Instant run = init;
      write(
          dir.resolve("simulated-nwp_" + BY_HOUR.format(init) + ".grib2"),
          file ->
              NwpFile.write(
                  file, new WeatherModel(seed, weather, grid, elevations, run), grid, run));
      if (++runs % 40 == 0) {
        progress.accept("SIMULATED weather model: " + runs + " runs, to " + init);
      }
    }
    progress.accept("SIMULATED weather model: " + runs + " runs");
  }

  private void writeGeneration(Path dir, Instant from, Instant to, Consumer<String> progress)
      throws IOException {
    Files.createDirectories(dir);
    List<Chunk> chunks = chunks(from, to.minus(GENERATION_DELAY), HOUR, BY_HOUR);
    for (Chunk chunk : chunks) {
      write(
          dir.resolve("simulated-generation_" + chunk.name() + ".csv"),
          file -> Files.writeString(file, generation(chunk)));
    }
    progress.accept("SIMULATED meters: " + chunks.size() + " files");
  }

  private String generation(Chunk chunk) {
    StringBuilder csv = new StringBuilder("# SIMULATED\nsite_id,start,end,power_kw,status\n");
    for (Site site : sites) {
      for (Instant end = chunk.from().plus(HOUR); !end.isAfter(chunk.to()); end = end.plus(HOUR)) {
        csv.append(meter.line(site, end));
      }
    }
    return csv.toString();
  }

  private void writeSatellite(Path dir, Instant from, Instant to, Consumer<String> progress)
      throws IOException {
    Files.createDirectories(dir);
    SatelliteFile satellite = new SatelliteFile(seed, weather, terrain);
    int files = 0;
    for (Chunk chunk :
        chunks(from, to.minus(SATELLITE_DELAY), SatelliteFile.SCAN_EVERY, BY_MINUTE)) {
      List<Instant> scans = satellite.scans(chunk.from(), chunk.to());
      if (!scans.isEmpty()) {
        write(
            dir.resolve("simulated-satellite_" + chunk.name() + ".nc"),
            file -> satellite.write(file, scans));
        if (++files % 10 == 0) {
          progress.accept("SIMULATED satellite: " + files + " files, to " + chunk.to());
        }
      }
    }
    progress.accept("SIMULATED satellite: " + files + " files");
  }

  /** A span of time that one file is of. */
  private record Chunk(String name, Instant from, Instant to) {}

  /** The days that are over, and the parts of the day that is not: known as soon as each ends. */
  private static List<Chunk> chunks(
      Instant from, Instant known, Duration part, DateTimeFormatter name) {
    List<Chunk> chunks = new ArrayList<>();
    Instant at = Steps.floor(from, DAY);
    for (; !at.plus(DAY).isAfter(known); at = at.plus(DAY)) {
      chunks.add(new Chunk(BY_DAY.format(at), at, at.plus(DAY)));
    }
    for (; !at.plus(part).isAfter(known); at = at.plus(part)) {
      chunks.add(new Chunk(name.format(at.plus(part)), at, at.plus(part)));
    }
    return chunks;
  }

  /** Fills a file. */
  private interface Filler {
    void fill(Path file) throws IOException;
  }

  private static void write(Path file, Filler filler) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    filler.fill(partial);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
