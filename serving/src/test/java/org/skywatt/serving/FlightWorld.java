package org.skywatt.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Two runs and two organisations with exports; Flight listens on a free port. */
public class FlightWorld extends ClosedWorld {
  static final Instant SECOND = ISSUE.plusSeconds(3600);
  static final int ROWS = 200_000;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    settings.put("skywatt.flight.port", "0");
    settings.put("skywatt.flight.streams", "2");
    try {
      publish(SECOND);
      export("Nordlicht", "features", ROWS);
      Path damaged = folder("Nordlicht").resolve("damaged.arrow");
      Files.write(damaged, new byte[] {'A', 'R', 'R', 'O', 'W', '1', 0, 0, 1, 2, 3});
      Files.write(folder("Nordlicht").resolve("backtest.parquet"), new byte[] {'P', 'A', 'R', '1'});
      export("Südwind", "backtest", 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  private static Path folder(String organisation) throws IOException {
    return Files.createDirectories(
        published().resolve("exports").resolve(URLEncoder.encode(organisation, UTF_8)));
  }

  /** Every other row of {@code a}, else of {@code b}; an hour a row, issued six hours before. */
  private static void export(String organisation, String name, int rows) throws IOException {
    ArrowType time = new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
    Schema schema =
        new Schema(
            List.of(
                Field.nullable("site_id", new ArrowType.Utf8()),
                Field.nullable("issue_time", time),
                Field.nullable("valid_time", time),
                Field.nullable(
                    "value", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE))));
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator);
        FileChannel file =
            FileChannel.open(
                folder(organisation).resolve(name + ".arrow"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        ArrowFileWriter writer = new ArrowFileWriter(root, null, file)) {
      for (int row = 0; row < rows; row++) {
        long micros = (ISSUE.getEpochSecond() + 3600L * row) * 1_000_000;
        ((VarCharVector) root.getVector(0))
            .setSafe(row, (row % 2 == 0 ? "a" : "b").getBytes(UTF_8));
        ((TimeStampMicroTZVector) root.getVector(1)).setSafe(row, micros - 6 * 3_600_000_000L);
        ((TimeStampMicroTZVector) root.getVector(2)).setSafe(row, micros);
        ((Float8Vector) root.getVector(3)).setSafe(row, row);
      }
      root.setRowCount(rows);
      writer.writeBatch();
    }
  }
}
