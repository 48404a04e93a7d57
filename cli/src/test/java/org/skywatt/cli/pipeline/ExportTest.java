package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;

/** {@code skywatt export}: from tables and files to what the service sends. */
class ExportTest {
  @TempDir Path root;

  @Test
  void eachOrganisationGetsItsRowsAsParquetAndArrow() throws IOException {
    DataHome home = DataHome.open(root.resolve("home"));
    Path sites =
        Files.writeString(
            root.resolve("sites.csv"),
            "id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,"
                + "dc_capacity_kw,tilt_deg,azimuth_deg\n"
                + "a,A,Süd/wind,solar,29,0,100,1000,1200,30,180\n"
                + "b,B,Nordlicht,solar,29,1,100,1000,1200,30,180\n");
    Command.succeed(
        "ingest", "sites", sites, "--known-since", "2026-01-01T00:00:00Z", "--dir", home.folder());
    Path rows = root.resolve("rows.parquet");
    try (SparkSession spark = Sessions.open(home)) {
      spark
          .sql(
              "SELECT site_id, timestamp'2026-06-01 00:00:00' + make_interval(0,0,0,0,h) valid_time,"
                  + " array(0.1D, 0.5D) quantiles, CAST(NULL AS DOUBLE) missing"
                  + " FROM (SELECT explode(sequence(0, 9)) h)"
                  + " CROSS JOIN (SELECT explode(array('b','a','unknown')) site_id)")
          .coalesce(1)
          .write()
          .parquet(root.resolve("parts").toUri().toString());
    }
    try (Stream<Path> parts = Files.list(root.resolve("parts"))) {
      Files.move(
          parts.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow(),
          rows);
    }

    Command.Outcome outcome =
        Command.run("export", rows, "--name", "backtest", "--dir", home.folder());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .isEqualTo("Nordlicht: 10 rows of backtest\nSüd/wind: 10 rows of backtest\n");
    Path folder = home.published().resolve("exports").resolve("S%C3%BCd%2Fwind");
    Path copy = Files.copy(folder.resolve("backtest.parquet"), root.resolve("copy.parquet"));
    try (SparkSession spark = Sessions.open(home)) {
      Dataset<Row> found = spark.read().parquet(copy.toString());
      assertThat(found.count()).isEqualTo(10);
      assertThat(found.filter("site_id <> 'a'").count()).isZero();
    }
    try (BufferAllocator allocator = new RootAllocator();
        ArrowFileReader reader =
            new ArrowFileReader(FileChannel.open(folder.resolve("backtest.arrow")), allocator)) {
      assertThat(reader.loadNextBatch()).isTrue();
      assertThat(reader.getVectorSchemaRoot().contentToTSVString().lines().skip(1).findFirst())
          .contains("a\t1780272000000000\t[0.1,0.5]\tnull");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void whatCannotBeExportedIsToldInOneLine() throws IOException {
    Path home = root.resolve("home");
    assertThat(Command.run("export", "nothing", "--dir", home).exitCode()).isEqualTo(2);
    Path file = Files.writeString(root.resolve("text.parquet"), "no Parquet");
    assertThat(Command.run("export", file, "--dir", home).exitCode()).isEqualTo(2);
    assertThat(Command.run("export", file, "--name", "../x", "--dir", home).exitCode())
        .isEqualTo(2);
    assertThat(Command.run("export", file, "--name", "actuals", "--dir", home).exitCode())
        .isEqualTo(2);
    Command.Outcome damaged = Command.run("export", file, "--name", "x", "--dir", home);
    assertThat(damaged.exitCode()).isEqualTo(1);
    assertThat(damaged.line()).contains("text.parquet");
  }
}
