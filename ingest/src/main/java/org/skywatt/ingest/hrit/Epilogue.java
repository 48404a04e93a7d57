package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a slot's epilogue says the HRV image lies ({@code ActualL15CoverageHRV} in
 * ImageProductionStats, EUM/MSG/ICD/105, appendix): HRV is half as wide as the earth, and its upper
 * part follows the sun.
 *
 * @param lastLowerLine last line of the lower part, from 1 in the south
 * @param lowerEastColumn easternmost column of the lower part, from 1 in the east of the earth
 * @param upperEastColumn easternmost column of the upper part
 */
record Epilogue(int lastLowerLine, int lowerEastColumn, int upperEastColumn) {
  private static final int COVERAGE_AT = 309;
  private static final int EPILOGUE = 129;
  private static final int LARGEST = 1 << 22;

  /** Column of the earth's middle, from the east (CGMS 03 4.4.4: COFF of the whole grid). */
  private static final int MIDDLE = 5566;

  static Optional<Epilogue> find(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      HritHeader own = new HritHeader(bytes);
      int at = own.length() + COVERAGE_AT;
      if (own.fileType() != EPILOGUE || bytes.limit() < at + 32) {
        return Optional.empty();
      }
      return Optional.of(
          new Epilogue(bytes.getInt(at + 4), bytes.getInt(at + 8), bytes.getInt(at + 24)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Column offset of a line of the image, from 1 in the south. */
  int columnOffset(int line) {
    return MIDDLE + 1 - (line <= lastLowerLine ? lowerEastColumn : upperEastColumn);
  }
}
