package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.cloud.FrameCheck;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Samples satellite files that bring the ground's reflectance along at sites and at the points
 * around them, and tells where their clouds go by the scans of the hour before, which may lie in
 * the files before. A site gets no row of a scan where all its points are missing (night, or
 * outside the image). Immutable and safe for threads.
 */
public final class SatelliteFileSampler {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_BEFORE = 3;

  private final SatelliteSource source;
  private final SitePoints points;
  private final List<String> files;

  /**
   * @param files all files of the source that are at hand, in the order of time
   */
  public SatelliteFileSampler(
      SatelliteSource source, List<? extends Site> sites, List<String> files) {
    this.source = source;
    this.points = new SitePoints(sites);
    this.files = List.copyOf(files);
  }

  /** Whether a file is of this kind. */
  public static boolean reads(Path path) {
    return ReflectanceFile.isOne(path);
  }

  /**
   * Samples a file.
   *
   * @return one row a site and scan; {@code refused} counts scans
   * @throws UnreadableFileException where the file is not of this kind
   */
  public Sampled<SatelliteSample> sample(Path path) throws IOException {
    List<SatelliteSample> rows = new ArrayList<>();
    Reasons reasons = new Reasons();
    long refused = 0;
    try (ReflectanceFile file = new ReflectanceFile(path)) {
      List<Optional<BilinearWeights>> places = points.on(file.grid());
      List<Optional<BilinearWeights>> sites = SitePoints.sites(places);
      for (int site = 0; site < sites.size(); site++) {
        if (sites.get(site).isEmpty()) {
          reasons.add(
              "site "
                  + points.sites().get(site).id()
                  + " is outside the image of "
                  + source.name());
        }
      }
      Deque<FrameCheck.Timed> recent = new ArrayDeque<>();
      for (int scan = 0; scan < file.scans(); scan++) {
        try {
          if (scan == 0) {
            recent.addAll(before(path, file.grid(), file.time(scan)));
          }
          recent.addLast(frame(file, scan));
          while (recent.size() > MOST_BEFORE + 1) {
            recent.removeFirst();
          }
          sample(new ArrayList<>(recent), file.grid(), places, sites, rows);
        } catch (UnreadableFileException e) {
          refused++;
          reasons.add(e.getMessage());
        }
      }
    }
    return new Sampled<>(rows, refused, reasons.list());
  }

  private static FrameCheck.Timed frame(ReflectanceFile file, int scan)
      throws UnreadableFileException {
    Grid grid = file.grid();
    return new FrameCheck.Timed(
        new Plane(grid.rows(), grid.columns(), file.cloudIndex(scan)), file.time(scan));
  }

  /** Scans of the hour before {@code time} out of the files before; none of what cannot be read. */
  private List<FrameCheck.Timed> before(Path path, Grid grid, Instant time) {
    Deque<FrameCheck.Timed> found = new ArrayDeque<>();
    for (int i = files.indexOf(path.toString()) - 1; i >= 0 && found.size() < MOST_BEFORE; i--) {
      try (ReflectanceFile file = new ReflectanceFile(Path.of(files.get(i)))) {
        int scan = file.scans() - 1;
        if (!file.grid().equals(grid) || file.time(scan).isBefore(time.minus(HOUR))) {
          break;
        }
        for (; scan >= 0 && found.size() < MOST_BEFORE; scan--) {
          Instant scanned = file.time(scan);
          if (scanned.isBefore(time) && !scanned.isBefore(time.minus(HOUR))) {
            found.addFirst(frame(file, scan));
          }
        }
      } catch (IOException e) {
        break; // it is refused when it is taken itself
      }
    }
    return new ArrayList<>(found);
  }

  private void sample(
      List<FrameCheck.Timed> recent,
      Grid grid,
      List<Optional<BilinearWeights>> places,
      List<Optional<BilinearWeights>> sites,
      List<SatelliteSample> rows) {
    FrameCheck.Timed newest = recent.get(recent.size() - 1);
    List<FrameCheck.Timed> hour =
        recent.stream()
            .filter(each -> !each.time().isBefore(newest.time().minus(HOUR)))
            .filter(each -> each.equals(newest) || each.time().isBefore(newest.time()))
            .toList();
    List<CloudOutlook> outlooks = Outlooks.of(hour, grid, sites);
    for (int site = 0; site < sites.size(); site++) {
      SitePoints.Seen seen = SitePoints.sample(newest.frame().values(), places, site);
      if (seen.any()) {
        rows.add(
            new SatelliteSample(
                points.sites().get(site).id().value(),
                source.name(),
                newest.time(),
                newest.time().plus(source.publicationDelay()),
                seen.here(),
                seen.around(),
                outlooks.get(site)));
      }
    }
  }
}
