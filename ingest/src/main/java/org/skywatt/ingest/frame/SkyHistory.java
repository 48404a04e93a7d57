package org.skywatt.ingest.frame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.cloud.CloudIndex;
import org.skywatt.core.cloud.CloudReflectance;
import org.skywatt.core.cloud.FrameCheck;
import org.skywatt.core.cloud.GroundReflectance;
import org.skywatt.core.cloud.InfraredCloudIndex;
import org.skywatt.core.cloud.SnowGuard;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.satellite.SolarBand;

/**
 * The cloud index of a frame and of those of the hour before it, all against the ground as it
 * looked at that time of day on the days before (Heliosat; see {@link org.skywatt.core.cloud}).
 * Visible light counts by day, infrared by night, both between.
 *
 * @param frames the oldest first; the last is the frame that was asked for
 */
record SkyHistory(List<FrameCheck.Timed> frames) {
  /** Days that the ground is learned from. */
  static final int DAYS = 30;

  /** Time between the frames of the hour before from which motion and snow are told. */
  private static final Duration APART = Duration.ofMinutes(14);

  private static final Duration HOUR = Duration.ofHours(1);

  /** The frame that was asked for. */
  Plane newest() {
    return frames.get(frames.size() - 1).frame();
  }

  /**
   * What is known at a frame.
   *
   * @return empty where the ground is not known yet, in both channels
   */
  static Optional<SkyHistory> of(FrameShelf shelf, KeptFrame frame) throws java.io.IOException {
    List<KeptFrame> days = shelf.trustedDaysBefore(frame, DAYS);
    List<KeptFrame> frames = shelf.trustedBefore(frame, HOUR, APART);
    frames.add(frame);
    Optional<Visible> visible = Visible.learn(days);
    Optional<Plane> groundK = groundK(days);
    if (visible.isEmpty() && groundK.isEmpty()) {
      return Optional.empty();
    }
    List<Lit> recent = frames.stream().map(Lit::of).toList();
    Optional<Plane> ground = visible.map(each -> withoutSnow(each, recent, groundK));
    List<FrameCheck.Timed> indices = new ArrayList<>();
    for (Lit each : recent) {
      Plane zenith = each.zenithDeg();
      Optional<Plane> seen =
          ground.flatMap(
              below ->
                  each.reflectance()
                      .map(light -> CloudIndex.of(light, below, visible.get().cloud(zenith))));
      Optional<Plane> felt =
          groundK.flatMap(
              below -> each.frame().infrared().map(kelvin -> InfraredCloudIndex.of(kelvin, below)));
      blend(seen, felt, zenith)
          .ifPresent(index -> indices.add(new FrameCheck.Timed(index, each.frame().scanTime())));
    }
    boolean current =
        !indices.isEmpty() && indices.get(indices.size() - 1).time().equals(frame.scanTime());
    return current ? Optional.of(new SkyHistory(indices)) : Optional.empty();
  }

  private static Optional<Plane> blend(Optional<Plane> seen, Optional<Plane> felt, Plane zenith) {
    if (seen.isPresent() && felt.isPresent()) {
      return Optional.of(InfraredCloudIndex.blend(seen.get(), felt.get(), zenith));
    }
    return seen.map(index -> CloudIndex.byDay(index, zenith)).or(() -> felt);
  }

  private static Optional<Plane> groundK(List<KeptFrame> days) {
    List<Plane> planes = days.stream().flatMap(each -> each.infrared().stream()).toList();
    return planes.size() < GroundReflectance.FEWEST
        ? Optional.empty()
        : Optional.of(InfraredCloudIndex.groundK(planes));
  }

  /** A frame, the sun over it, and the reflectance that it shows by its light. */
  private record Lit(KeptFrame frame, Plane zenithDeg, Optional<Plane> reflectance) {
    static Lit of(KeptFrame frame) {
      Plane zenith = SunPlanes.zenithDeg(frame.grid(), frame.scanTime());
      return new Lit(frame, zenith, frame.visible().map(factor -> reflectance(factor, zenith)));
    }

    private static Plane reflectance(Plane factor, Plane zenithDeg) {
      float[] values = new float[factor.values().length];
      for (int i = 0; i < values.length; i++) {
        double cosine = Math.cos(Math.toRadians(zenithDeg.values()[i]));
        values[i] = (float) SolarBand.bidirectional(factor.values()[i], cosine);
      }
      return new Plane(factor.rows(), factor.columns(), values);
    }
  }

  private static Plane withoutSnow(Visible visible, List<Lit> recent, Optional<Plane> groundK) {
    List<Plane> latest = recent.stream().flatMap(each -> each.reflectance().stream()).toList();
    KeptFrame newest = recent.get(recent.size() - 1).frame();
    Optional<Plane> colder =
        groundK.flatMap(ground -> newest.infrared().map(kelvin -> difference(ground, kelvin)));
    BitSet snow = SnowGuard.find(latest, visible.ground(), visible.brightest(), colder);
    return SnowGuard.guard(visible.ground(), snow);
  }

  private static Plane difference(Plane one, Plane other) {
    float[] values = new float[one.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = one.values()[i] - other.values()[i];
    }
    return new Plane(one.rows(), one.columns(), values);
  }

  /** What visible light shows of ground and thick clouds. */
  private record Visible(Plane ground, double brightest) {
    /** Of Rigollier's effective reflectance of clouds, what less thick ones have. */
    private static final double LEAST_PART = 0.75;

    static Optional<Visible> learn(List<KeptFrame> days) {
      List<Plane> planes =
          days.stream().map(Lit::of).flatMap(each -> each.reflectance().stream()).toList();
      if (planes.size() < GroundReflectance.FEWEST) {
        return Optional.empty();
      }
      return Optional.of(new Visible(GroundReflectance.of(planes), CloudReflectance.of(planes)));
    }

    /** Where thick clouds were rare, at least what less thick ones have. */
    Plane cloud(Plane zenithDeg) {
      float[] values = new float[zenithDeg.values().length];
      for (int i = 0; i < values.length; i++) {
        double least = LEAST_PART * CloudReflectance.effective(zenithDeg.values()[i]);
        values[i] = (float) (brightest >= least ? brightest : least);
      }
      return new Plane(zenithDeg.rows(), zenithDeg.columns(), values);
    }
  }
}
