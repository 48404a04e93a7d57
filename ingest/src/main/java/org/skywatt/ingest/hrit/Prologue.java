package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a slot's prologue says of its images (EUM/MSG/ICD/105, appendix): {@code
 * Level15ImageCalibration} in RadiometricProcessing, 12 pairs of slope and offset; {@code
 * PlannedChanProcessing} in ImageDescription; {@code TypeOfEarthModel} in GeometricProcessing.
 */
final class Prologue {
  /** Satellite status, image acquisition, celestial events; then map projection and so on. */
  private static final int PROCESSING_AT = 60_134 + 700 + 326_058 + 89;

  private static final int CALIBRATION_AT = 60_134 + 700 + 326_058 + 101 + 72;
  private static final int EARTH_MODEL_AT = 408_144;
  private static final int CHANNELS = 12;
  private static final int SPECTRAL = 1;
  private static final int SHIFTED = 1;
  private static final double SHIFT_METRES = 1500;
  private static final long LARGEST = 1 << 22;

  private final ByteBuffer data;

  private Prologue(ByteBuffer data) {
    this.data = data;
  }

  /**
   * The prologue of a segment's slot, in the segment's folder under its usual name; empty where it
   * is not there or not readable, since counts are good without it.
   */
  static Optional<Prologue> findBeside(Path segment, HritHeader header) throws IOException {
    Optional<Path> file = SlotFiles.beside(segment, header, "PRO______");
    return file.isEmpty() ? Optional.empty() : find(file.get());
  }

  /** The prologue in a file; empty where it is none, or cut. */
  static Optional<Prologue> find(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      HritHeader own = new HritHeader(bytes);
      int size = bytes.limit() - own.length();
      boolean whole = own.fileType() == HritHeader.PROLOGUE && size > EARTH_MODEL_AT;
      return whole ? Optional.of(new Prologue(bytes.slice(own.length(), size))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Radiance of a count of 1 more, mW m⁻² sr⁻¹ (cm⁻¹)⁻¹.
   *
   * @param channel from 1
   */
  double slope(int channel) {
    return data.getDouble(CALIBRATION_AT + 16 * (channel - 1));
  }

  /** Radiance of a count of 0, likewise. */
  double offset(int channel) {
    return data.getDouble(CALIBRATION_AT + 16 * (channel - 1) + 8);
  }

  /** Radiances of counts; NaN where missing. */
  float[] radiances(int channel, float[] counts) {
    double slope = slope(channel);
    double offset = offset(channel);
    float[] radiances = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      radiances[i] = (float) (offset + slope * counts[i]);
    }
    return radiances;
  }

  /** Whether slope and offset are numbers that a calibration can have. */
  boolean isCalibrated(int channel) {
    return channel >= 1
        && channel <= CHANNELS
        && slope(channel) > 0
        && slope(channel) < 1e3
        && Math.abs(offset(channel)) < 1e5;
  }

  /**
   * Whether radiances are spectral, as before 2008-05-05, and not effective: the published
   * coefficients of brightness temperature are not for those.
   */
  boolean isSpectral(int channel) {
    return data.get(PROCESSING_AT + channel - 1) == SPECTRAL;
  }

  /**
   * How far places lie south and east of where the nominal grid has them, m: 1500 until December
   * 2017 (<i>MSG Level 1.5 Image Data Format Description</i> 3.1.4.2), then 0.
   */
  double shiftMetres() {
    return data.get(EARTH_MODEL_AT) == SHIFTED ? SHIFT_METRES : 0;
  }
}
