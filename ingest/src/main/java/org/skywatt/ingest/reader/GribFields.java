package org.skywatt.ingest.reader;

import java.io.IOException;
import java.nio.file.Path;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.GribCode;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.GribField;
import org.skywatt.ingest.grib.GribHandler;
import org.skywatt.ingest.grib.GribLevel;
import org.skywatt.ingest.grib.GribProduct;
import org.skywatt.ingest.grib.GribReader;

/** GRIB's fields in the words of every reader. */
record GribFields(FieldHandler handler) implements GribHandler {
  static void read(Path path, FieldHandler handler) throws IOException {
    GribReader.read(path, new GribFields(handler));
  }

  @Override
  public void field(GribField field) throws IOException {
    handler.field(
        new Field(
            field.field(),
            field.where(),
            header(field.product()),
            field.grid(),
            false,
            "regular_ll",
            field.packing(),
            field.values()));
  }

  @Override
  public boolean wants(GribProduct product, LatLonGrid grid) {
    return handler.wants(header(product), grid);
  }

  @Override
  public void refused(int field, UnreadableFileException reason) throws IOException {
    handler.refused(field, reason);
  }

  private static FieldHeader header(GribProduct product) {
    int member = product.member();
    return new FieldHeader(
        new GribCode(
            2,
            0,
            0,
            0,
            product.parameter().discipline(),
            product.parameter().category(),
            product.parameter().number()),
        level(product.level()),
        product.initTime(),
        product.validTime(),
        product.stepType(),
        product.period(),
        member == 0 ? Member.CONTROL : new Member(Member.Kind.PERTURBED, member));
  }

  private static FieldLevel level(GribLevel level) {
    return level.type() == GribLevel.HEIGHT_ABOVE_GROUND
        ? FieldLevel.heightAboveGround(level.value())
        : FieldLevel.SURFACE;
  }
}
