package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Calibration of a slot: {@code Level15ImageCalibration} in the prologue's RadiometricProcessing
 * (EUM/MSG/ICD/105, appendix; 12 pairs of slope and offset).
 */
final class Prologue {
  /** Satellite status, image acquisition, celestial events, image description, summary. */
  private static final int CALIBRATION_AT = 60_134 + 700 + 326_058 + 101 + 72;

  private static final int CHANNELS = 12;
  private static final long LARGEST = 1 << 22;

  private final ByteBuffer calibration;

  private Prologue(ByteBuffer calibration) {
    this.calibration = calibration;
  }

  /**
   * The prologue of a segment's slot, in the segment's folder under its usual name; empty where it
   * is not there or not readable, since counts are good without it.
   */
  static Optional<Prologue> findBeside(Path segment, HritHeader header) throws IOException {
    String[] parts = header.annotation().split("-", -1);
    if (parts.length < 8) {
      return Optional.empty();
    }
    parts[4] = "_________";
    parts[5] = "PRO______";
    parts[7] = "__";
    Path file = segment.resolveSibling(String.join("-", parts));
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      HritHeader own = new HritHeader(bytes);
      int at = own.length() + CALIBRATION_AT;
      boolean whole = own.fileType() == HritHeader.PROLOGUE && bytes.limit() >= at + 16 * CHANNELS;
      return whole ? Optional.of(new Prologue(bytes.slice(at, 16 * CHANNELS))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Radiances of counts, mW m⁻² sr⁻¹ (cm⁻¹)⁻¹; NaN where missing.
   *
   * @param channel from 1
   */
  float[] radiances(int channel, float[] counts) {
    double slope = calibration.getDouble(16 * (channel - 1));
    double offset = calibration.getDouble(16 * (channel - 1) + 8);
    float[] radiances = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      radiances[i] = (float) (offset + slope * counts[i]);
    }
    return radiances;
  }
}
