package org.skywatt.ingest.frame;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.motion.Plane;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.crop.KeptRun;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.satellite.SatelliteSource;

/** The kept frames of one source. Not safe for threads. */
final class FrameShelf {
  /** Written beside a frame that can be trusted. */
  static final String TRUSTED = "trusted";

  private final CropFolder crops;
  private final SatelliteSource source;
  private final SortedSet<Instant> slots = new TreeSet<>();
  private final Regridding regridding = new Regridding();

  /** Looks at what is kept now. */
  FrameShelf(CropFolder crops, SatelliteSource source) throws IOException {
    this.crops = crops;
    this.source = source;
    crops.runs(source.name()).forEach(run -> slots.add(run.initTime()));
  }

  static RunKey key(String source, Instant slot) {
    return new RunKey(source, slot, 0);
  }

  /** A frame; empty where nothing of it is kept, or only what is damaged. */
  Optional<KeptFrame> find(Instant slot) throws IOException {
    KeptRun kept = KeptRun.open(crops, key(source.name(), slot));
    Channels channels = new Channels();
    kept.read(channels);
    Optional<KeptChannel> visible = channels.find(source.visible());
    Optional<KeptChannel> infrared = channels.find(source.infrared());
    if (visible.isEmpty() && infrared.isEmpty()) {
      return Optional.empty();
    }
    KeptChannel first = visible.orElseGet(infrared::orElseThrow);
    Instant last = first.scanTime();
    if (infrared.isPresent() && infrared.get().scanTime().isAfter(last)) {
      last = infrared.get().scanTime();
    }
    return Optional.of(
        new KeptFrame(
            slot,
            first.scanTime(),
            kept.availableAt(last),
            first.grid(),
            visible.map(each -> bring(each, first.grid())),
            infrared.map(each -> bring(each, first.grid()))));
  }

  private Plane bring(KeptChannel channel, GridWindow to) {
    return regridding.bring(channel.values(), channel.grid(), to);
  }

  /** The newest kept frame before {@code slot} that is at most {@code oldest} older. */
  Optional<KeptFrame> before(Instant slot, Duration oldest) throws IOException {
    for (Instant each : descending(slot, oldest)) {
      Optional<KeptFrame> found = find(each);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Trusted frames on the grid of {@code frame} from the time before it, that could be known with
   * it; the newest last.
   *
   * @param apart least time between two of them
   */
  List<KeptFrame> trustedBefore(KeptFrame frame, Duration oldest, Duration apart)
      throws IOException {
    List<KeptFrame> found = new ArrayList<>();
    Instant next = frame.slot();
    for (Instant slot : descending(frame.slot(), oldest)) {
      if (!slot.isAfter(next.minus(apart))) {
        Optional<KeptFrame> each = trusted(slot, frame);
        if (each.isPresent()) {
          found.add(0, each.get());
          next = slot;
        }
      }
    }
    return found;
  }

  /** Trusted frames of the same time of day on the days before, likewise. */
  List<KeptFrame> trustedDaysBefore(KeptFrame frame, int days) throws IOException {
    List<KeptFrame> found = new ArrayList<>();
    for (int day = days; day >= 1; day--) {
      Instant slot = frame.slot().minus(Duration.ofDays(day));
      if (slots.contains(slot)) {
        trusted(slot, frame).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<KeptFrame> trusted(Instant slot, KeptFrame frame) throws IOException {
    if (!crops.findNote(key(source.name(), slot)).equals(Optional.of(TRUSTED))) {
      return Optional.empty();
    }
    return find(slot)
        .filter(each -> !each.availableAt().isAfter(frame.availableAt()))
        .map(each -> onGridOf(frame, each));
  }

  /** Grids differ where the served area grew, or one channel came alone. */
  private KeptFrame onGridOf(KeptFrame frame, KeptFrame other) {
    return other.grid().equals(frame.grid())
        ? other
        : new KeptFrame(
            other.slot(),
            other.scanTime(),
            other.availableAt(),
            frame.grid(),
            other.visible().map(plane -> bring(plane, other.grid(), frame.grid())),
            other.infrared().map(plane -> bring(plane, other.grid(), frame.grid())));
  }

  private Plane bring(Plane plane, GridWindow from, GridWindow to) {
    return regridding.bring(plane.values(), from, to);
  }

  private List<Instant> descending(Instant slot, Duration oldest) {
    List<Instant> before = new ArrayList<>(slots.subSet(slot.minus(oldest), slot));
    java.util.Collections.reverse(before);
    return before;
  }

  /** Takes the channels of a frame: of one that was kept twice, the later or fuller. */
  private static final class Channels implements FieldHandler {
    private final Map<String, KeptChannel> channels = new HashMap<>();

    Optional<KeptChannel> find(String channel) {
      return Optional.ofNullable(channels.get(channel));
    }

    @Override
    public void field(Field field) {
      int holes = 0;
      for (float value : field.values()) {
        holes += Float.isNaN(value) ? 1 : 0;
      }
      KeptChannel channel =
          new KeptChannel(
              (GridWindow) field.grid(), field.header().validTime(), holes, field.values());
      channels.merge(
          field.header().code().parameter(), channel, (a, b) -> b.holes() < a.holes() ? b : a);
    }

    @Override
    public void refused(int field, UnreadableFileException reason) {
      // A damaged file is as one that is not there.
    }
  }
}
