package org.skywatt.serving.flight;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jboss.logging.Logger;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.export.Exports;
import org.skywatt.serving.problem.ProblemException;

/**
 * Published Arrow files, a table each, whatever their columns; of the files of one name the query
 * names the organisation, where its caller sees several. Rows are chosen by those that name a site,
 * a time and an issue. One batch of a file is in memory at a time.
 */
@ApplicationScoped
class ExportTables implements FlightTable {
  private static final Logger LOG = Logger.getLogger(ExportTables.class);
  private static final String FORMAT = "arrow";
  private static final long BATCH_BYTES = 256L << 20;

  private final Exports exports;
  private final BufferAllocator allocator = new RootAllocator();

  ExportTables(Exports exports) {
    this.exports = exports;
  }

  /** The tables that the caller sees. */
  List<String> names(Caller caller) {
    return exports.list(caller).stream()
        .filter(each -> each.format().equals(FORMAT))
        .map(Exports.ExportFile::name)
        .distinct()
        .toList();
  }

  @PreDestroy
  void close() {
    allocator.close();
  }

  @Override
  public FlightQuery resolve(FlightQuery query) {
    return query;
  }

  @Override
  public Schema schema(FlightQuery query, Caller caller) {
    Path file = file(query, caller);
    Schema[] schema = new Schema[1];
    read(file, (reader, root) -> schema[0] = root.getSchema());
    return schema[0];
  }

  @Override
  public void stream(FlightQuery query, Caller caller, RowStream.Opener opener) {
    read(
        file(query, caller),
        (reader, root) -> {
          try (RowStream out = opener.open(root.getSchema())) {
            while (reader.loadNextBatch()) {
              out.requireClient();
              copy(root, query, out);
            }
            out.finish();
          }
        });
  }

  private static void copy(VectorSchemaRoot from, FlightQuery query, RowStream out) {
    RowFilter filter = RowFilter.of(from, query);
    int columns = from.getFieldVectors().size();
    for (int row = 0; row < from.getRowCount(); row++) {
      if (filter.takes(row)) {
        for (int column = 0; column < columns; column++) {
          out.column(column).copyFromSafe(row, out.row(), from.getVector(column));
        }
        out.endRow();
      }
    }
  }

  private Path file(FlightQuery query, Caller caller) {
    List<Exports.ExportFile> files =
        exports.find(caller, query.table(), FORMAT, query.organisation());
    if (files.isEmpty()) {
      throw ProblemException.notFound(
          "unknown-table",
          "there is no table '"
              + query.table()
              + "': list flights, or publish it with skywatt export");
    }
    if (files.size() > 1) {
      throw ProblemException.badRequest(
          "ambiguous-export", "several organisations have one: name one in field 'organisation'");
    }
    return files.get(0).path();
  }

  /** What is done with an open file. */
  @FunctionalInterface
  private interface Reading {
    void of(ArrowFileReader reader, VectorSchemaRoot root) throws IOException;
  }

  private void read(Path file, Reading reading) {
    try (BufferAllocator own = allocator.newChildAllocator("export", 0, BATCH_BYTES);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        ArrowFileReader reader = new ArrowFileReader(channel, own)) {
      reading.of(reader, reader.getVectorSchemaRoot());
    } catch (ProblemException | FlightRuntimeException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      LOG.warnf("export %s cannot be read: %s", file.getFileName(), e.getMessage());
      throw ProblemException.unavailable(
          "damaged-export", "the published file " + file.getFileName() + " cannot be read");
    }
  }
}
