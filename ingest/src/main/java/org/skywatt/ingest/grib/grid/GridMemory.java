package org.skywatt.ingest.grib.grid;

import java.util.Arrays;
import java.util.function.Function;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * The last grid of a file: messages mostly share one, and reduced ones take a while to parse. Not
 * safe for threads.
 */
public final class GridMemory {
  private byte[] last = new byte[0];
  private GridLayout layout;

  /** The layout of a section, parsed where it differs from the last one. */
  public GridLayout of(Octets section, Function<Octets, GridLayout> parser) {
    byte[] bytes = Arrays.copyOfRange(section.bytes(), section.from(), section.to());
    if (layout == null || !Arrays.equals(bytes, last)) {
      layout = parser.apply(section);
      last = bytes;
    }
    return layout;
  }
}
