package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.job.Warehouse;

/** Bad input through the command: the exit code, and one line that says what, where and how. */
class BadInputTest {
  private static final byte[] PNG =
      HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001000000010802000000");

  @TempDir private static Path root;
  private static DataHome home;

  @TempDir private Path folder;

  /** A folder that knows the sites of the simulated world, and nothing else. */
  @BeforeAll
  static void ingestSites() throws IOException {
    home = DataHome.open(root.resolve("home"));
    Path sites = World.get().files().resolve("sites.csv");
    Command.succeed("ingest", "sites", sites, "--known-since", World.FROM, "--dir", home.folder());
  }

  private static Command.Outcome run(Object... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--dir";
    all[words.length + 1] = home.folder();
    return Command.run(all);
  }

  @Test
  void ofMixedFilesTheGoodRowsAreKeptAndTheOthersListed() throws IOException {
    Files.writeString(
        folder.resolve("mixed.csv"),
        """
        site_id,start,end,power_kw,status
        solar-coast,2026-06-02T12:00:00Z,2026-06-02T13:00:00Z,8000,ok
        solar-coast,2026-06-02T00:00:00Z,2026-06-02T01:00:00Z,-1.2,ok
        solar-coast,2026-06-02T11:00:00Z,2026-06-02T12:00:00Z,NaN,ok
        solar-coast,2026-06-02T12:00:00Z,2026-06-02T13:00:00Z,8000,ok
        solar-coast,2026-06-02T12:00:00Z,2026-06-02T13:00:00Z,7000,ok
        solar-coast,2026-06-02T13:00:00Z,2026-06-02T14:00:00Z,much,ok
        solar-coast,2026-03-29T02:30:00,2026-03-29T03:30:00,5,ok
        solar-nowhere,2026-06-02T13:00:00Z,2026-06-02T14:00:00Z,5,ok
        solar-coast,2026-06-02T14:00:00Z,2026-06-02T13:00:00Z,5,ok
        solar-coast,2026-06-02T14:00:00Z
        solar-coast,2026-06-02T10:00:00Z,2026-06-02T11:00:00Z,99999,ok
        """);
    Files.writeString(folder.resolve("short.csv"), "site_id,start,end\nsolar-coast,a,b\n");
    Files.writeString(folder.resolve("empty.csv"), "");
    Files.write(folder.resolve("picture.csv"), PNG);

    Command.Outcome first = run("ingest", "generation", folder);
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.out())
        .contains("1 files taken, 0 already known, 3 unreadable; 4 rows kept, 6 refused");
    assertThat(reasons(first))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("mixed.csv", "line 6", "contradicts"))
        .satisfiesOnlyOnce(
            line -> assertThat(line).contains("mixed.csv", "line 7", "power_kw", "'much'", "write"))
        .satisfiesOnlyOnce(
            line -> assertThat(line).contains("line 8", "start", "no UTC offset", "write"))
        .satisfiesOnlyOnce(
            line -> assertThat(line).contains("line 9", "site_id", "'solar-nowhere'", "add it"))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("line 10", "end", "not after"))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("line 11", "2 fields", "header has 5"))
        .satisfiesOnlyOnce(
            line -> assertThat(line).contains("short.csv", "missing column power_kw", "must name"))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("empty.csv", "is empty", "must name"))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("picture.csv", "not a text file"))
        .hasSize(9);
    assertThat(home.quarantine()).isDirectoryContaining("glob:**picture.csv");

    long snapshot;
    try (SparkSession spark = Sessions.open(home)) {
      Warehouse warehouse = new Warehouse(spark, Namespace.LIVE);
      List<Row> rows = warehouse.read(Table.GENERATION).orderBy("end_time").collectAsList();
      assertThat(rows).hasSize(4);
      assertFlags(rows.get(0), -1.2, GenerationFlag.NEGATIVE.bit());
      assertFlags(rows.get(1), 99999.0, GenerationFlag.ABOVE_CAPACITY.bit());
      assertFlags(rows.get(2), null, GenerationFlag.MISSING.bit());
      assertFlags(rows.get(3), 8000.0, 0);
      snapshot = warehouse.snapshotId(Table.GENERATION);
    }

    Command.Outcome second = run("ingest", "generation", folder);
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.out()).contains("0 files taken, 1 already known, 3 unreadable; 0 rows kept");
    try (SparkSession spark = Sessions.open(home)) {
      Warehouse warehouse = new Warehouse(spark, Namespace.LIVE);
      assertThat(warehouse.snapshotId(Table.GENERATION)).isEqualTo(snapshot);
      assertThat(warehouse.read(Table.GENERATION).count()).isEqualTo(4);
    }
  }

  private static void assertFlags(Row row, Double powerKw, int flags) {
    assertThat(row.<Double>getAs("power_kw")).isEqualTo(powerKw);
    assertThat(row.<Integer>getAs("flags")).isEqualTo(flags);
  }

  private static List<String> reasons(Command.Outcome outcome) {
    return outcome
        .out()
        .lines()
        .filter(line -> line.startsWith("  ") && !line.contains("copies and reasons"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "nwp, run.grib2, GRIB",
    "satellite, scan.nc, NetCDF",
    "terrain, dem.tif, TIFF",
  })
  void aFileThatIsNotWhatItsNameSays(String kind, String name, String format) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "not at all what the name says\n");
    Command.Outcome outcome = run("ingest", kind, file, "--source", "test");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).contains("0 files taken, 0 already known, 1 unreadable; 0 rows kept");
    assertThat(reasons(outcome)).singleElement().asString().contains(name).contains(format);
  }

  @Test
  void ofASitesFileTheGoodRowsAreKept() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            """
            id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,\
            dc_capacity_kw,tilt_deg,azimuth_deg,hub_height_m,rotor_diameter_m,turbine
            roof-a,A,us,solar,52,13,40,100,120,30,180,,,
            roof-b,B,us,solar,152,13,40,100,120,30,180,,,
            """);
    DataHome other = DataHome.open(folder.resolve("home"));
    Command.Outcome outcome = Command.run("ingest", "sites", sites, "--dir", other.folder());
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("1 rows kept, 1 refused");
    assertThat(reasons(outcome)).singleElement().asString().contains("line 3", "latitude");
  }

  @Test
  void aFileThatIsNotThere() {
    Command.Outcome outcome = run("ingest", "generation", folder.resolve("none.csv"));
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.line()).contains("there is no file or folder", "none.csv");
  }

  @Test
  void whatIsNotTrainedYetIsForecastByPhysics() {
    Command.Outcome outcome = run("forecast", "--as-of", World.NOW);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("physical-solar");
  }

  @Test
  void aSiteThatIsNotKnown() {
    Command.Outcome outcome =
        run("backtest", "--sites", "nowhere", "--from", World.FROM, "--to", World.NOW);
    assertThat(outcome.exitCode()).isIn(1, 2);
    assertThat(outcome.line()).contains("nowhere");
  }

  @Test
  void aFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Command.Outcome outcome =
        Command.run("forecast", "--as-of", World.NOW, "--dir", file.resolve("home"));
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.line()).contains("cannot write to", file.toString(), "--dir");
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Command.Outcome outcome = run("serve", "--port", socket.getLocalPort());
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.line()).contains(socket.getLocalPort() + " is taken", "--port");
    }
  }

  /** Usage follows the line, so only the first is looked at. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          forecast --hurry                                        | --hurry
          forcast                                                 | forcast
          train                                                   | --from
          forecast --as-of yesterday                              | --as-of 'yesterday'
          forecast --step soon                                    | --step 'soon'
          train --from 2026-06-01T00:00:00                        | --from '2026-06-01T00:00:00'
          backtest gefcom2014 --track tide --data .               | --track
          backtest gefcom2014 --track wind --data . --tasks 9-4   | --tasks '9-4'
          """)
  void wrongUsageIsTwo(String words, String named) {
    Command.Outcome outcome = Command.run((Object[]) words.split(" "));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err().lines().findFirst().orElse("")).contains(named);
    assertThat(outcome.err()).doesNotContain("\tat ");
  }

  @Test
  void archiveDataThatAreNotThere() {
    Command.Outcome outcome =
        run("backtest", "gefcom2014", "--track", "wind", "--data", folder, "--tasks", "4");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.line()).contains("wind.csv.gz", "--data");
  }
}
