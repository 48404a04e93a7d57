package org.skywatt.ingest.grib;

import java.io.IOException;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.grib.grid.Edition2Grids;
import org.skywatt.ingest.grib.grid.GridLayout;
import org.skywatt.ingest.grib.grid.GridMemory;
import org.skywatt.ingest.grib.octet.Octets;
import org.skywatt.ingest.grib.packing.Grib2Data;
import org.skywatt.ingest.grib.product.Edition2Products;
import org.skywatt.ingest.grib.product.Identification;

/**
 * Walks the sections of one complete message of edition 2. Sections 2 to 7, 3 to 7 or 4 to 7 may
 * repeat; each section 7 ends a field.
 */
final class Edition2Message {
  private static final int INDICATOR_LENGTH = 16;
  private static final int END_LENGTH = 4;
  private static final int BITMAP_FOLLOWS = 0;
  private static final int BITMAP_AS_BEFORE = 254;
  private static final int NO_BITMAP = 255;

  private final byte[] bytes;

  private Octets identification;
  private Octets grid;
  private Octets product;
  private Octets representation;
  private Octets lastBitmap;
  private int bitmapIndicator = NO_BITMAP;

  Edition2Message(byte[] bytes) {
    this.bytes = bytes;
  }

  void read(MessageFields fields) throws IOException {
    int end = bytes.length - END_LENGTH;
    int at = INDICATOR_LENGTH;
    boolean empty = true;
    while (at < end) {
      long length = end - at < 5 ? 0 : new Octets("message", bytes, at, end).unsigned32(1);
      if (length < 5 || length > end - at) {
        fields.refuse(
            "corrupt: a section at byte " + at + " says it is " + length + " bytes long", null);
        return;
      }
      int number = bytes[at + 4] & 0xff;
      Octets section = new Octets("section " + number, bytes, at, at + (int) length);
      if (number == 7) {
        fields.take(field(section));
        empty = false;
      } else if (!remember(number, section)) {
        fields.refuse("corrupt: section " + number + " does not exist", null);
        return;
      }
      at += (int) length;
    }
    if (empty) {
      fields.refuse("corrupt: it has no data section", null);
    }
  }

  /** Keeps a section for the fields that follow; false where there is no such section. */
  private boolean remember(int number, Octets section) {
    switch (number) {
      case 1 -> identification = section;
      case 2 -> {}
      case 3 -> grid = section;
      case 4 -> product = section;
      case 5 -> representation = section;
      case 6 -> {
        bitmapIndicator = section.length() < 6 ? -1 : section.unsigned8(6);
        lastBitmap = bitmapIndicator == BITMAP_FOLLOWS ? section : lastBitmap;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private MessageFields.Part field(Octets data) {
    return new MessageFields.Part() {
      @Override
      public FieldHeader header() {
        if (identification == null || grid == null || product == null || representation == null) {
          throw new IllegalArgumentException("corrupt: a section before its data is missing");
        }
        return Edition2Products.parse(
            product, bytes[6] & 0xff, Identification.parse(identification));
      }

      @Override
      public GridLayout layout(GridMemory memory) {
        return memory.of(grid, Edition2Grids::parse);
      }

      @Override
      public MessageFields.Packed packed(GridLayout layout) {
        Grib2Data packed =
            new Grib2Data(
                bytes, representation.from(), bitmapAt(), data.from(), layout.order().rows());
        return new MessageFields.Packed() {
          @Override
          public String packing() {
            return packed.packing();
          }

          @Override
          public float[] values() {
            return packed.values();
          }
        };
      }
    };
  }

  private int bitmapAt() {
    return switch (bitmapIndicator) {
      case NO_BITMAP -> -1;
      case BITMAP_FOLLOWS -> lastBitmap.from();
      case BITMAP_AS_BEFORE -> {
        if (lastBitmap == null) {
          throw new IllegalArgumentException("corrupt: no bitmap came before this one");
        }
        yield lastBitmap.from();
      }
      default ->
          throw new IllegalArgumentException(
              "predefined bitmap " + bitmapIndicator + " is not supported");
    };
  }
}
