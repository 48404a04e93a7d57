package org.skywatt.cli.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.features.job.Histories;
import org.skywatt.ingest.job.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes rows for analysts as Parquet and Arrow, a pair of files an organisation: the service",
      "sends them (GET /v1/exports) and streams them by Arrow Flight. Rows of unknown sites are left out."
    },
    footer = {
      "",
      "Examples:",
      "  skywatt export features",
      "  skywatt backtest ... --forecasts rows.parquet && skywatt export rows.parquet --name backtest"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final String OWNER = "owner_of_site";
  private static final String MAGIC = "PAR1";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final List<Table> TABLES =
      List.of(Table.FEATURES, Table.GENERATION, Table.NWP_SAMPLES, Table.SATELLITE_SAMPLES);

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Parameters(
      paramLabel = "TABLE|FILE",
      description = {
        "features, generation, nwp_samples, satellite_samples,",
        "or a Parquet file with a column site_id."
      })
  private String source;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the files (default: that of the table).")
  private String name;

  @Override
  public Integer call() throws IOException {
    Table table =
        TABLES.stream().filter(each -> each.tableName().equals(source)).findFirst().orElse(null);
    if (table == null && !Files.isRegularFile(Path.of(source))) {
      throw new UsageException(
          "'" + source + "' is neither a table (features, generation, …) nor a file");
    }
    if (table == null && name == null) {
      throw new UsageException("a file needs a --name to be published under");
    }
    String published = name == null ? table.tableName() : name;
    if (!NAME.matcher(published).matches() || List.of("forecasts", "actuals").contains(published)) {
      throw new UsageException(
          "--name " + published + " must match " + NAME + " and be neither forecasts nor actuals");
    }
    if (table == null) {
      requireParquet(Path.of(source));
    }
    DataHome home = dir.open();
    try (SparkSession spark = Sessions.open(home)) {
      Warehouse warehouse = new Warehouse(spark, Namespace.LIVE);
      warehouse.createTables();
      Dataset<Row> rows =
          table == null
              ? spark.read().parquet(Path.of(source).toUri().toString())
              : warehouse.read(table);
      publish(owned(rows), home, published);
    }
    return 0;
  }

  /** Spark would tell the same in many lines. */
  private static void requireParquet(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] start = new byte[MAGIC.length()];
      byte[] end = new byte[MAGIC.length()];
      if (bytes.length() >= start.length + end.length) {
        bytes.readFully(start);
        bytes.seek(bytes.length() - end.length);
        bytes.readFully(end);
      }
      if (!MAGIC.equals(new String(start, US_ASCII)) || !MAGIC.equals(new String(end, US_ASCII))) {
        throw new IOException(file + ": not a Parquet file, or one that was cut short");
      }
    }
  }

  /** Rows with the organisation of their site, in order. */
  private Dataset<Row> owned(Dataset<Row> rows) throws IOException {
    List<String> columns = List.of(rows.columns());
    if (!columns.contains("site_id")) {
      throw new IOException(source + ": has no column site_id, but " + columns);
    }
    List<Column> order = new ArrayList<>();
    for (String each : List.of("site_id", "init_time", "issue_time", "valid_time", "end_time")) {
      if (columns.contains(each)) {
        order.add(functions.col(each));
      }
    }
    return rows.join(functions.broadcast(owners(rows.sparkSession())), "site_id")
        .repartition(1)
        .sortWithinPartitions(order.toArray(Column[]::new));
  }

  /** Who each site belongs to now. */
  private static Dataset<Row> owners(SparkSession spark) {
    List<Row> owners = new ArrayList<>();
    for (Site site : new Histories(spark, Namespace.LIVE).sites()) {
      owners.add(RowFactory.create(site.id().value(), site.organisation()));
    }
    return spark.createDataFrame(
        owners,
        new StructType()
            .add("site_id", DataTypes.StringType, false)
            .add(OWNER, DataTypes.StringType, false));
  }

  private void publish(Dataset<Row> rows, DataHome home, String published) throws IOException {
    Dataset<Row> kept = rows.persist(StorageLevel.DISK_ONLY()); // joined and sorted once for all
    try {
      publishKept(kept, home, published);
    } finally {
      Dataset<Row> unused = kept.unpersist();
    }
  }

  private void publishKept(Dataset<Row> rows, DataHome home, String published) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> owners = new ArrayList<>();
    for (Row each : rows.select(OWNER).distinct().collectAsList()) {
      owners.add(each.getString(0));
    }
    owners.sort(null);
    for (String owner : owners) {
      long count =
          new ExportFolder(home.published().resolve("exports"), owner)
              .write(published, rows.filter(functions.col(OWNER).equalTo(owner)).drop(OWNER));
      out.printf(Locale.ROOT, "%s: %,d rows of %s%n", owner, count, published);
    }
    if (owners.isEmpty()) {
      out.println("nothing to export: no row is of a site that an organisation owns");
    }
    out.flush();
  }
}
