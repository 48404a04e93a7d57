package org.skywatt.ingest.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.skywatt.core.field.FieldsFileWriter;
import org.skywatt.core.field.FieldsHeader;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.crop.KeptRun;
import org.skywatt.ingest.nwp.RunSamples;
import org.skywatt.ingest.nwp.SamplingOptions;

/**
 * Publishes a run's weather over the served area. Every point of a regular grid is sampled and put
 * together as a site is, so what is read out of the file is what a site there would have; on grids
 * of another kind the points lie about as far apart as the grid's own.
 *
 * @param crops the kept fields
 * @param folder where files are published: {@code SOURCE_RUN_MOMENT.arrow}
 */
public record FieldsPublisher(CropFolder crops, Path folder) {
  /** Values that are held at once: 256 MB. */
  private static final long MOST_VALUES = 64L << 20;

  private static final int POINTS_A_BLOCK = 10_000;

  /** Whoever has just asked for the newest file may still be opening the one before. */
  private static final int FILES_KEPT = 2;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * Publishes {@code run}, unless a later one is published already; only while no other publishes
   * of its source.
   *
   * @param now the moment of publication, which orders files of the same run
   * @return whether it was published
   */
  public boolean publish(RunKey run, String licence, Instant now) throws IOException {
    Files.createDirectories(folder);
    sweep(run.source());
    String name = run.source() + "_" + STAMP.format(run.initTime());
    List<Path> before = published(run.source());
    if (!before.isEmpty()
        && before.get(before.size() - 1).getFileName().toString().compareTo(name) > 0
        && !before.get(before.size() - 1).getFileName().toString().startsWith(name)) {
      return false;
    }
    KeptRun kept = KeptRun.open(crops, run);
    long most = MOST_VALUES / Math.max(1, (long) kept.validTimes().size() * Variable.COUNT);
    var grid = RegularGrids.find(kept.grids(), most);
    if (grid.isEmpty()) {
      return false;
    }
    Path target = folder.resolve(name + "_" + STAMP.format(now) + ".arrow");
    if (!Files.exists(target)) {
      write(target, run, licence, grid.get());
    }
    List<Path> after = published(run.source());
    for (Path old : after.subList(0, Math.max(0, after.size() - FILES_KEPT))) {
      Files.deleteIfExists(old);
    }
    return true;
  }

  /** Removes what killed processes left. */
  private void sweep(String source) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("." + source + "_") && name.endsWith(".tmp")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Files of a source from the oldest run to the newest. */
  private List<Path> published(String source) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> {
                String name = file.getFileName().toString();
                return name.startsWith(source + "_") && name.endsWith(".arrow");
              })
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private void write(Path target, RunKey run, String licence, LatLonGrid grid) throws IOException {
    List<NavigableMap<Instant, float[]>> fields = new ArrayList<>();
    for (int i = 0; i < Variable.COUNT; i++) {
      fields.add(new TreeMap<>());
    }
    Instant availableAt = run.initTime();
    for (int from = 0; from < grid.size(); from += POINTS_A_BLOCK) {
      List<Site> points = points(grid, from, Math.min(from + POINTS_A_BLOCK, grid.size()));
      for (NwpSample sample : RunSamples.of(crops, run, points, SamplingOptions.PLAIN).samples()) {
        int point = Integer.parseInt(sample.siteId());
        availableAt =
            sample.availableAt().isAfter(availableAt) ? sample.availableAt() : availableAt;
        for (int i = 0; i < Variable.COUNT; i++) {
          float value = sample.values()[i];
          if (!Float.isNaN(value)) {
            fields.get(i).computeIfAbsent(sample.validTime(), unused -> missing(grid))[point] =
                value;
          }
        }
      }
    }
    FieldsHeader header =
        new FieldsHeader(run.source(), run.initTime(), availableAt, licence, grid);
    List<Variable> byColumn = new ArrayList<>(List.of(Variable.values()));
    byColumn.sort((a, b) -> a.column().compareTo(b.column()));
    try (FieldsFileWriter writer = FieldsFileWriter.create(target, header)) {
      for (Variable variable : byColumn) {
        for (var each : fields.get(variable.ordinal()).entrySet()) {
          writer.add(variable, each.getKey(), each.getValue());
        }
      }
      writer.commit();
    }
  }

  private static float[] missing(LatLonGrid grid) {
    float[] values = new float[grid.size()];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  /** Points as sites: at sea level, since the height of the ground there is not known. */
  private static List<Site> points(LatLonGrid grid, int from, int to) {
    List<Site> points = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double longitude = Math.IEEEremainder(grid.pointLongitude(i), 360);
      points.add(
          new SolarSite(
              new SiteId(Integer.toString(i)),
              "point",
              "none",
              new Location(grid.pointLatitude(i), longitude, 0),
              1,
              1,
              new Mount.Fixed(0, 180)));
    }
    return points;
  }
}
