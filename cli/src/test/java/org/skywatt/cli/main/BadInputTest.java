package org.skywatt.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;

/** What a person sees who gives the commands something that cannot be. */
class BadInputTest {
  private static final String SITES =
      """
      id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,dc_capacity_kw,\
      tilt_deg,azimuth_deg,hub_height_m,rotor_diameter_m,turbine
      roof,Roof,test,solar,48.1,11.5,520,100,120,30,180,,,
      hill,Hill,test,wind,48.2,11.6,600,3000,,,,100,90,V90
      """;

  @TempDir Path folder;
  private String home;

  /** Exit code and everything that was printed. */
  private record Outcome(int code, String text) {}

  @BeforeEach
  void home() {
    home = folder.resolve("home").toString();
  }

  @Test
  void wrongUsageEndsWithTwo() {
    assertThat(run("bake").code()).isEqualTo(2);
    assertThat(run("train").code()).isEqualTo(2);
    assertThat(run("train", "--from", "yesterday", "--dir", home).text())
        .contains("--from 'yesterday'", "2026-06-01T06:00:00Z");
    assertThat(run("train", "--from", "2026-01-01T00:00:00", "--dir", home).code()).isEqualTo(2);
    assertThat(
            run("backtest", "gefcom2014", "--track", "tidal", "--data", home, "--dir", home).code())
        .isEqualTo(2);
    Outcome tasks =
        run(
            "backtest",
            "gefcom2014",
            "--track",
            "wind",
            "--data",
            home,
            "--tasks",
            "9-4",
            "--dir",
            home);
    assertThat(tasks.code()).isEqualTo(2);
    assertThat(tasks.text()).contains("--tasks '9-4'", "like 4-9");
  }

  @Test
  void helpIsEverywhere() {
    for (String command :
        new String[] {
          "demo",
          "doctor",
          "inspect",
          "ingest",
          "train",
          "forecast",
          "backtest",
          "serve",
          "models",
          "green"
        }) {
      Outcome help = run(command, "--help");
      assertThat(help.code()).as(command).isZero();
      assertThat(help.text()).as(command).contains("Usage: skywatt " + command);
    }
  }

  @Test
  void saysWhatIsNotThere() {
    Outcome missing = run("inspect", folder.resolve("none.grib2").toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.text()).contains("there is no file or folder", "none.grib2");
    Outcome data =
        run(
            "backtest",
            "gefcom2014",
            "--track",
            "wind",
            "--data",
            folder.toString(),
            "--dir",
            home);
    assertThat(data.code()).isEqualTo(1);
    assertThat(data.text()).contains("wind.csv.gz", "--data");
    Outcome windows = run("green", "window", "--duration", "3h", "--deadline", "9h", "--dir", home);
    assertThat(windows.code()).isEqualTo(1);
    assertThat(windows.text()).contains("nothing is published", "skywatt forecast");
  }

  @Test
  void namesAFolderThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Outcome outcome = run("models", "list", "--dir", file.resolve("below").toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.text()).contains("cannot write to", "--dir");
    assertThat(outcome.text().lines()).hasSize(1);
  }

  @Test
  void namesATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Outcome outcome = run("serve", "--dir", home, "--port", port);
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.text()).contains("port " + port + " is taken", "--port");
    }
  }

  @Test
  void refusesFilesThatAreNotWhatTheirNamesSay() throws IOException {
    Path picture = folder.resolve("run.grib2");
    Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    Outcome outcome = run("inspect", picture.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.text()).contains("run.grib2");
    Path empty = Files.createFile(folder.resolve("empty.nc"));
    assertThat(run("inspect", empty.toString()).code()).isEqualTo(1);
  }

  @Test
  void keepsGoodRowsOfAMixedFileAndTakesAFileOnce() throws IOException {
    Path sites = Files.writeString(folder.resolve("sites.csv"), SITES);
    assertThat(run("ingest", "sites", sites.toString(), "--dir", home).text())
        .contains("2 rows kept, 0 refused");
    Path readings =
        Files.writeString(
            folder.resolve("readings.csv"),
            """
            site_id,start,end,power_kw
            roof,2026-06-01T11:00:00Z,2026-06-01T12:00:00Z,64
            roof,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,55
            roof,2026-06-01T01:00:00Z,2026-06-01T02:00:00Z,-0.2
            roof,2026-06-01T12:00:00Z,2026-06-01T13:00:00Z,NaN
            roof,2026-06-01T13:00:00Z,2026-06-01T14:00:00Z,9000
            roof,2026-06-01T13:00:00,2026-06-01T14:00:00,60
            roof,2026-06-01T14:00:00Z,2026-06-01T15:00:00Z,much
            barn,2026-06-01T11:00:00Z,2026-06-01T12:00:00Z,10
            roof,2026-06-01T11:00:00Z,2026-06-01T12:00:00Z,64
            roof,2026-06-01T11:00:00Z,2026-06-01T12:00:00Z,65
            """);
    Outcome mixed = run("ingest", "generation", readings.toString(), "--dir", home);
    assertThat(mixed.code()).isZero();
    assertThat(mixed.text())
        .contains("5 rows kept, 4 refused", "line 7", "UTC offset", "line 8", "line 9", "barn");
    Outcome again = run("ingest", "generation", readings.toString(), "--dir", home);
    assertThat(again.text()).contains("0 files taken, 1 already known");
    Path headless = Files.writeString(folder.resolve("headless.csv"), "site_id,power\nroof,1\n");
    Outcome columns = run("ingest", "generation", headless.toString(), "--dir", home);
    assertThat(columns.code()).isEqualTo(1);
    assertThat(columns.text()).contains("headless.csv", "start");
    try (SparkSession spark = Sessions.open(DataHome.open(Path.of(home)))) {
      var table = spark.table(Namespace.LIVE.qualified(Table.GENERATION));
      assertThat(table.count()).isEqualTo(5);
      assertThat(table.filter("flags <> 0").count()).isEqualTo(3);
    }
  }

  private static Outcome run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      int code = Main.run(arguments);
      return new Outcome(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
