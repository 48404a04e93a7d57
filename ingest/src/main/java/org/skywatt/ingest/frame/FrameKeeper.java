package org.skywatt.ingest.frame;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.crop.CropWriter;
import org.skywatt.ingest.crop.FileStamp;
import org.skywatt.ingest.crop.ServedArea;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.satellite.Quantity;
import org.skywatt.ingest.satellite.SatelliteImage;
import org.skywatt.ingest.satellite.SatelliteImages;
import org.skywatt.ingest.satellite.SatelliteSource;

/**
 * Reads the files of one frame and keeps what is used of it: the channels of the source over the
 * served area, with pixels of about 2 km. Holds one channel at a time. Shipped to Spark tasks.
 *
 * @param crops folder of the kept frames, as every machine sees it
 * @param area whose images are kept
 */
public record FrameKeeper(String crops, Area area, SatelliteSource source) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double PIXEL_M = 2000;
  private static final double HEIGHT_M = 35_786_000;
  private static final double DEGREE_M = 111_200;

  /**
   * Keeps the images of {@code files}.
   *
   * @param stamp of the newest of them
   * @return the slots of which something was kept
   * @throws UnreadableFileException where nothing of them can be used
   */
  public Set<Instant> keep(List<Path> files, FileStamp stamp) throws IOException {
    ServedArea served = new ServedArea(area, new double[0], new double[0]);
    Set<Instant> slots = new HashSet<>();
    UnreadableFileException failure = null;
    try (CropWriter writer =
        new CropWriter(new CropFolder(Path.of(crops)), served, source.name(), stamp, 0)) {
      for (String channel : channels()) {
        List<SatelliteImage> images;
        try {
          images = SatelliteImages.read(files, channel, Optional.of(area));
        } catch (UnreadableFileException e) {
          // Of providers with a file a channel each file lacks all others.
          failure = failure == null ? e : failure;
          continue;
        }
        for (SatelliteImage image : images) {
          Field field = field(Coarsening.of(image, factor(image.grid())));
          if (writer.covers(field.grid())) {
            writer.add(field, 0);
            slots.add(field.header().initTime());
          }
        }
      }
      for (RunKey run : writer.finish()) {
        slots.add(run.initTime());
      }
    }
    if (slots.isEmpty()) {
      throw failure != null
          ? failure
          : new UnreadableFileException(files.get(0), "", "shows none of the sites");
    }
    return slots;
  }

  private List<String> channels() {
    List<String> channels = new ArrayList<>(List.of(source.visible()));
    if (!source.infrared().isBlank()) {
      channels.add(source.infrared());
    }
    return channels;
  }

  private static int factor(Grid grid) {
    double pixelM = PIXEL_M;
    if (grid instanceof ProjectedGrid projected) {
      boolean angles = projected.projection() instanceof SpaceView;
      pixelM = Math.abs(projected.stepX()) * (angles ? HEIGHT_M : 1);
    } else if (grid instanceof org.skywatt.core.grid.LatLonGrid regular) {
      pixelM = Math.abs(regular.latitudeStep()) * DEGREE_M;
    }
    return (int) Math.max(1, Math.round(PIXEL_M / pixelM));
  }

  private Field field(SatelliteImage image) {
    Instant slot = source.slot(image.start());
    Instant middle = image.timeOfRow(image.grid().rows() / 2);
    FieldHeader header =
        new FieldHeader(
            new CfCode(image.channel(), "", image.quantity().unit()),
            FieldLevel.SURFACE,
            slot,
            middle.isBefore(slot) ? slot : middle,
            StepType.INSTANT,
            Duration.ZERO,
            Member.CONTROL);
    Quantity quantity = image.quantity();
    return new Field(
        0,
        image.satellite() + " " + image.channel(),
        header,
        image.grid(),
        false,
        "space_view",
        quantity.name(),
        image.values());
  }
}
