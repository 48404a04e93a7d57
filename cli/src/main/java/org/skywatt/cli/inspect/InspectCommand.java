package org.skywatt.cli.inspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.Json;
import org.skywatt.ingest.inspect.FieldSummary;
import org.skywatt.ingest.inspect.Inspector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the fields of a GRIB, NetCDF, Zarr, HRIT, GeoTIFF, SRTM or ESRI grid file, with",
      "statistics."
    },
    footer = {"", "Example:", "  skywatt inspect run.grib2 --json"})
public final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    List<FieldSummary> fields = Inspector.inspect(file);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode array = Json.MAPPER.createArrayNode();
      fields.forEach(field -> array.add(node(field)));
      out.println(Json.MAPPER.writeValueAsString(array));
    } else {
      fields.forEach(field -> out.println(line(field)));
    }
    out.flush();
    return fields.stream().anyMatch(FieldSummary::isRefused) ? 1 : 0;
  }

  private static ObjectNode node(FieldSummary field) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("index", field.index());
    if (field.isRefused()) {
      return node.put("error", field.error());
    }
    put(node, "parameter", field.parameter());
    put(node, "name", field.name());
    put(node, "units", field.units());
    put(node, "levelType", field.levelType());
    put(node, "level", field.level());
    put(node, "initTime", field.initTime());
    put(node, "validTime", field.validTime());
    put(node, "stepType", field.stepType());
    put(node, "period", field.period());
    put(node, "gridType", field.gridType());
    put(node, "packing", field.packing());
    node.putPOJO("nx", field.nx());
    node.putPOJO("ny", field.ny());
    put(node, "count", field.count());
    put(node, "missing", field.missing());
    put(node, "min", field.min());
    put(node, "max", field.max());
    put(node, "mean", field.mean());
    return node;
  }

  private static void put(ObjectNode node, String name, Object value) {
    if (value instanceof Instant || value instanceof Duration) {
      node.put(name, value.toString());
    } else if (value != null) {
      node.putPOJO(name, value);
    }
  }

  private static String line(FieldSummary field) {
    if (field.isRefused()) {
      return field.index() + "  refused: " + field.error();
    }
    return String.format(
        Locale.ROOT,
        "%d  %s %s [%s]  %s %s  %s  %s %s  %sx%s  min %.6g max %.6g mean %.6g missing %d",
        field.index(),
        field.parameter(),
        field.name(),
        field.units(),
        field.levelType(),
        field.level(),
        field.validTime(),
        field.gridType(),
        field.packing(),
        field.nx(),
        field.ny(),
        field.min(),
        field.max(),
        field.mean(),
        field.missing());
  }
}
