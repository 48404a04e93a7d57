package org.skywatt.ingest.frame;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.satellite.Outlooks;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.satellite.SitePoints;

/** Rows of a kept frame. */
public final class FrameSamples {
  private FrameSamples() {}

  /**
   * A row a site that the frame shows, available when the frame was.
   *
   * @return no rows where the frame is not trusted, or the ground is not known yet; the reasons
   *     tell
   */
  public static Sampled<SatelliteSample> of(
      CropFolder crops, SatelliteSource source, Instant slot, SitePoints points)
      throws IOException {
    Reasons reasons = new Reasons();
    String note = crops.findNote(FrameShelf.key(source.name(), slot)).orElse("not looked at");
    if (!note.equals(FrameShelf.TRUSTED)) {
      reasons.add("frame " + slot + " is not used: " + note);
      return new Sampled<>(List.of(), 1, reasons.list());
    }
    FrameShelf shelf = new FrameShelf(crops, source);
    Optional<KeptFrame> frame = shelf.find(slot);
    Optional<SkyHistory> sky =
        frame.isEmpty() ? Optional.empty() : SkyHistory.of(shelf, frame.get());
    if (sky.isEmpty()) {
      reasons.add(
          "frames without a cloud index: fewer than five days are kept of their time of day, from"
              + " which the ground is learned");
      return new Sampled<>(List.of(), 0, reasons.list());
    }
    return new Sampled<>(rows(source, frame.get(), sky.get(), points), 0, List.of());
  }

  private static List<SatelliteSample> rows(
      SatelliteSource source, KeptFrame frame, SkyHistory sky, SitePoints points) {
    List<Optional<BilinearWeights>> places = points.on(frame.grid());
    List<CloudOutlook> outlooks = Outlooks.of(sky.frames(), frame.grid(), SitePoints.sites(places));
    float[] newest = sky.newest().values();
    List<SatelliteSample> rows = new ArrayList<>();
    for (int site = 0; site < points.sites().size(); site++) {
      SitePoints.Seen seen = SitePoints.sample(newest, places, site);
      if (seen.any()) {
        rows.add(
            new SatelliteSample(
                points.sites().get(site).id().value(),
                source.name(),
                frame.scanTime(),
                frame.availableAt(),
                seen.here(),
                seen.around(),
                outlooks.get(site)));
      }
    }
    return rows;
  }
}
