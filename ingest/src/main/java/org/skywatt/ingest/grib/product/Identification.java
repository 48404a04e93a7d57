package org.skywatt.ingest.grib.product;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * Section 1 of edition 2: whose field it is, and of which run.
 *
 * @param centre common table C-11
 * @param subcentre of the centre; 0 for none
 * @param initTime reference time
 */
public record Identification(int centre, int subcentre, Instant initTime) {
  /** Octets 6 to 21 of a section 1. */
  public static Identification parse(Octets section) {
    int subcentre = section.unsigned16(8);
    return new Identification(
        section.unsigned16(6), subcentre == 65535 ? 0 : subcentre, time(section, 13));
  }

  /** Seven octets: year (2), month, day, hour, minute, second. */
  static Instant time(Octets section, int octet) {
    try {
      return LocalDateTime.of(
              section.unsigned16(octet),
              section.unsigned8(octet + 2),
              section.unsigned8(octet + 3),
              section.unsigned8(octet + 4),
              section.unsigned8(octet + 5),
              section.unsigned8(octet + 6))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("corrupt: " + section.name() + ": " + e.getMessage(), e);
    }
  }
}
