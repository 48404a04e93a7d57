package org.skywatt.ingest.frame;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.cloud.CloudIndex;
import org.skywatt.core.cloud.FrameCheck;
import org.skywatt.core.cloud.FrameFlag;
import org.skywatt.core.motion.Plane;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.satellite.SatelliteSource;

/**
 * Looks at a kept frame once, beside the one before, and notes whether it can be trusted: one that
 * can't is never used, neither for rows nor for the ground, motion and snow of later ones.
 */
public final class FrameJudge {
  private static final Duration BEFORE = Duration.ofHours(2);

  private FrameJudge() {}

  /**
   * What is wrong with a frame; empty where nothing is. Visible light is judged where the sun
   * stands over all of the image: by night it shows nothing.
   *
   * @param now no frame may be of later
   */
  public static Set<FrameFlag> judge(
      CropFolder crops, SatelliteSource source, Instant slot, Instant now) throws IOException {
    FrameShelf shelf = new FrameShelf(crops, source);
    Optional<KeptFrame> found = shelf.find(slot);
    Set<FrameFlag> flags = EnumSet.noneOf(FrameFlag.class);
    if (found.isPresent()) {
      KeptFrame frame = found.get();
      Optional<KeptFrame> before = shelf.before(slot, BEFORE);
      if (frame.visible().isPresent() && isDay(frame)) {
        flags.addAll(
            flags(frame, frame.visible().get(), before, before.flatMap(KeptFrame::visible), now));
      }
      if (frame.infrared().isPresent()) {
        flags.addAll(
            flags(frame, frame.infrared().get(), before, before.flatMap(KeptFrame::infrared), now));
      }
    } else {
      flags.add(FrameFlag.MISSING);
    }
    crops.note(
        FrameShelf.key(source.name(), slot),
        flags.isEmpty() ? FrameShelf.TRUSTED : flags.toString());
    return flags;
  }

  private static Set<FrameFlag> flags(
      KeptFrame frame,
      Plane plane,
      Optional<KeptFrame> before,
      Optional<Plane> planeBefore,
      Instant now) {
    return FrameCheck.flags(
        plane,
        frame.scanTime(),
        now,
        planeBefore.map(each -> new FrameCheck.Timed(each, before.get().scanTime())),
        plane.rows(),
        plane.columns());
  }

  private static boolean isDay(KeptFrame frame) {
    for (float zenith : SunPlanes.zenithDeg(frame.grid(), frame.scanTime()).values()) {
      if (!(zenith <= CloudIndex.LARGEST_SUN_ZENITH_DEG)) {
        return false;
      }
    }
    return true;
  }
}
