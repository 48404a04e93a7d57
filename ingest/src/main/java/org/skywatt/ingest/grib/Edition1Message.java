package org.skywatt.ingest.grib;

import java.io.IOException;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.grib.grid.Edition1Grids;
import org.skywatt.ingest.grib.grid.GridLayout;
import org.skywatt.ingest.grib.grid.GridMemory;
import org.skywatt.ingest.grib.grid.PredefinedGrids;
import org.skywatt.ingest.grib.octet.Octets;
import org.skywatt.ingest.grib.packing.Grib1Data;
import org.skywatt.ingest.grib.product.Edition1Products;

/** One message of edition 1: a product, a grid and a bitmap that may be left out, and data. */
final class Edition1Message implements MessageFields.Part {
  private static final int INDICATOR_LENGTH = 8;
  private static final int END_LENGTH = 4;
  private static final int SHORTEST_PRODUCT = 28;
  private static final int GRID_FOLLOWS = 0x80;
  private static final int BITMAP_FOLLOWS = 0x40;

  private final byte[] bytes;
  private final int end;

  Edition1Message(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length - END_LENGTH;
  }

  void read(MessageFields fields) throws IOException {
    fields.take(this);
  }

  /**
   * Length of a message that starts at byte 0. Three octets do not do above 8 MB: ECMWF then counts
   * in units of 120 octets, sets the first bit, and writes into section 4 what is too much.
   *
   * @param head as much of the message as there is, up to {@link #longest}
   */
  static long length(byte[] head) {
    long stated = stated(head);
    if ((stated & 0x800000) == 0) {
      return stated;
    }
    Octets data = new Edition1Message(head).dataFrom();
    int excess = data.unsigned24(1);
    return excess < 120 ? longest(head) - excess + 4 : stated;
  }

  /** The most that a message's length may come to. */
  static long longest(byte[] head) {
    long stated = stated(head);
    return (stated & 0x800000) == 0 ? stated : Math.max(stated, (stated & 0x7fffff) * 120);
  }

  private static long stated(byte[] head) {
    return new Octets("section 0", head, 0, INDICATOR_LENGTH).unsigned24(5);
  }

  @Override
  public FieldHeader header() {
    return Edition1Products.parse(product());
  }

  @Override
  public GridLayout layout(GridMemory memory) {
    Octets product = product();
    return hasGrid(product)
        ? memory.of(section(2, product.to()), Edition1Grids::parse)
        : PredefinedGrids.of(product.unsigned8(5), product.unsigned8(7));
  }

  @Override
  public MessageFields.Packed packed(GridLayout layout) {
    Octets product = product();
    Octets data = dataFrom();
    int bitmapAt = hasBitmap(product) ? afterGrid(product) : -1;
    if (bitmapAt >= 0) {
      int predefined = section(3, bitmapAt).unsigned16(5);
      if (predefined != 0) {
        throw new IllegalArgumentException("predefined bitmap " + predefined + " is not supported");
      }
    }
    Grib1Data packed =
        new Grib1Data(
            bytes,
            bitmapAt,
            data.from(),
            data.length(),
            product.signed16(27),
            layout.order().rows());
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

  private Octets product() {
    Octets product = section(1, INDICATOR_LENGTH);
    if (product.length() < SHORTEST_PRODUCT) {
      throw new IllegalArgumentException(
          "corrupt: section 1 has only " + product.length() + " bytes");
    }
    return product;
  }

  /** Section 4: up to its own length, or to the end where its length is another number. */
  private Octets dataFrom() {
    Octets product = product();
    int at = afterGrid(product);
    if (hasBitmap(product)) {
      at = section(3, at).to();
    }
    Octets rest = new Octets("section 4", bytes, at, Math.max(at, end));
    int stated = rest.unsigned24(1);
    return stated < 120 && rest.length() > 0x7fffff
        ? rest
        : new Octets("section 4", bytes, at, at + stated);
  }

  private int afterGrid(Octets product) {
    return hasGrid(product) ? section(2, product.to()).to() : product.to();
  }

  private Octets section(int number, int at) {
    String name = "section " + number;
    int length = new Octets(name, bytes, at, Math.max(at, end)).unsigned24(1);
    return new Octets(name, bytes, at, at + length);
  }

  private static boolean hasGrid(Octets product) {
    return (product.unsigned8(8) & GRID_FOLLOWS) != 0;
  }

  private static boolean hasBitmap(Octets product) {
    return (product.unsigned8(8) & BITMAP_FOLLOWS) != 0;
  }
}
