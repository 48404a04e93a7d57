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
   * What was kept of a frame's files.
   *
   * @param slots of which something was kept
   * @param availableAt when the last of it could first be known; null where nothing was kept
   * @param failures of channels that are there and cannot be used
   */
  public record Kept(Set<Instant> slots, Instant availableAt, List<String> failures) {}

  /**
   * Keeps the images of {@code files}.
   *
   * @param stamp of the newest of them
   * @throws UnreadableFileException where none of them holds a channel that is used
   */
  public Kept keep(List<Path> files, FileStamp stamp) throws IOException {
    Set<Instant> slots = new HashSet<>();
    List<String> failures = new ArrayList<>();
    Instant last = null;
    UnreadableFileException absent = null;
    List<String> channels = channels();
    for (int part = 0; part < channels.size(); part++) {
      try {
        for (SatelliteImage image :
            SatelliteImages.read(files, channels.get(part), Optional.of(area))) {
          Instant known = keep(image, part, files.get(0), stamp);
          if (known != null) {
            slots.add(source.slot(image.start()));
            last = last == null || known.isAfter(last) ? known : last;
          }
        }
      } catch (UnreadableFileException e) {
        // Of providers with a file a channel each file lacks all others.
        if (e.isAbsent()) {
          absent = e;
        } else {
          failures.add(e.getMessage());
        }
      }
    }
    if (slots.isEmpty() && failures.isEmpty()) {
      throw absent != null
          ? absent
          : new UnreadableFileException(files.get(0), "", "shows none of the sites");
    }
    return new Kept(slots, last, failures);
  }

  /** Keeps an image, and tells when it could first be known; null where it shows no site. */
  private Instant keep(SatelliteImage image, int part, Path file, FileStamp stamp)
      throws IOException {
    boolean visible = part == 0;
    Quantity wanted = visible ? Quantity.REFLECTANCE : Quantity.BRIGHTNESS_TEMPERATURE;
    if (image.quantity() != wanted) {
      throw new UnreadableFileException(
          file,
          image.channel(),
          "is "
              + image.quantity()
              + ", not "
              + wanted
              + (image.quantity() == Quantity.COUNTS ? "; its prologue is needed beside it" : ""));
    }
    if (image.start().isAfter(stamp.takenAt())) {
      throw new UnreadableFileException(
          file, image.channel(), "is of " + image.start() + ", which has not come yet");
    }
    CropFolder folder = new CropFolder(Path.of(crops));
    Field field = field(Coarsening.of(image, factor(image.grid())));
    Instant known = availableAt(image, folder, stamp);
    FileStamp own =
        new FileStamp(
            stamp.name(),
            stamp.sha256(),
            known,
            stamp.delay(),
            stamp.takenAt(),
            stamp.modifiedAt());
    ServedArea served = new ServedArea(area, new double[0], new double[0]);
    try (CropWriter writer = new CropWriter(folder, served, source.name(), own, part)) {
      if (!writer.covers(field.grid())) {
        return null;
      }
      writer.add(field, 0);
      Set<RunKey> unused = writer.finish();
    }
    return known;
  }

  /**
   * When an image could first be known: when it was published, else its delay after its last row;
   * where parts of its frame came before it, not before now.
   */
  private Instant availableAt(SatelliteImage image, CropFolder folder, FileStamp stamp)
      throws IOException {
    Instant known = stamp.published() == null ? image.end().plus(stamp.delay()) : stamp.published();
    RunKey run = new RunKey(source.name(), source.slot(image.start()), 0);
    if (stamp.published() == null && folder.holdsOthers(run, stamp.sha256())) {
      known = known.isBefore(stamp.takenAt()) ? stamp.takenAt() : known;
    }
    return known.isBefore(image.end()) ? image.end() : known;
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
