package org.skywatt.serving.export;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published file as the API writes it. */
@Schema(name = "Export", description = "Rows that were published for analysts")
public record ExportJson(
    String organisation,
    @Schema(description = "Of the table", examples = "features") String name,
    @Schema(enumeration = {"parquet", "arrow"}) String format,
    long bytes,
    Instant published) {

  static ExportJson of(Exports.ExportFile file) {
    return new ExportJson(
        file.organisation(), file.name(), file.format(), file.bytes(), file.published());
  }
}
