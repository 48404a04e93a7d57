package org.skywatt.ingest.gefcom2014;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.ingest.file.UnreadableFileException;

/** Archives in the competition's layout, made here. */
class Gefcom2014ArchiveTest {
  private static final LocalDateTime FIRST = LocalDateTime.of(2012, 1, 1, 1, 0);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd H:mm");
  private static final String SOLAR_HEADER =
      "ZONEID,TIMESTAMP,VAR78,VAR79,VAR134,VAR157,VAR164,VAR165,VAR166,VAR167,VAR169,VAR175,VAR178,"
          + "VAR228";

  @TempDir Path folder;

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Hours {@code from} to before {@code to} of a zone of the wind track. */
  private static String wind(int zone, int from, int to, boolean power) {
    StringBuilder csv =
        new StringBuilder("ZONEID,TIMESTAMP,")
            .append(power ? "TARGETVAR," : "")
            .append("U10,V10,U100,V100\n");
    for (int hour = from; hour < to; hour++) {
      csv.append(zone + "," + FIRST.plusHours(hour).format(STAMP));
      csv.append(power ? "," + (hour % 7 == 3 ? "NA" : "0.5") : "");
      csv.append("," + hour + ".25,-1,2e0," + zone + "\n");
    }
    return csv.toString();
  }

  private static byte[] zones(String name, int from, int to, boolean power) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int zone = 1; zone <= 10; zone++) {
      String file = name + "_W_Zone" + zone + ".csv";
      files.put(name + "_W_Zone1_10/" + file, bytes(wind(zone, from, to, power)));
    }
    return zip(files);
  }

  private static Map<String, byte[]> windTrack() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Wind/Instructions.txt", bytes("read me"));
    files.put("Wind/Task 2/Task2_W_Zone1_10.zip", zones("Task2", 0, 48, true));
    files.put("Wind/Task 2/TaskExpVars2_W_Zone1_10.zip", zones("TaskExpVars2", 48, 72, false));
    files.put("Wind/Task 1/Task1_W_Zone1_10.zip", zones("Task1", 0, 24, true));
    files.put("Wind/Task 1/TaskExpVars1_W_Zone1_10.zip", zones("TaskExpVars1", 24, 48, false));
    files.put("Wind/Task 1/benchmark1_W.csv", bytes("ZONEID,TIMESTAMP,0.01\n1,20120101 1:00,0\n"));
    files.put(
        "Wind/Solution to Task 15/solution15_W.csv",
        bytes("ZONEID,TIMESTAMP,TARGETVAR\n3,20120103 1:00,0.125\n"));
    return files;
  }

  private Path archive(Map<String, byte[]> files) throws IOException {
    return Files.write(folder.resolve("archive.zip"), zip(files));
  }

  private static List<String> shared(String name) throws IOException {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "gefcom2014", name);
    Assumptions.assumeTrue(Files.isRegularFile(file), () -> file + " is not there");
    return lines(file);
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private List<String> table(Path archive, String track) throws IOException {
    Path target = folder.resolve("made").resolve(track + ".csv.gz");
    Gefcom2014Archive.toTable(archive, track, target);
    return lines(target);
  }

  @Test
  void tasksMakeOneTable() throws Exception {
    List<String> lines = table(archive(windTrack()), "wind");
    assertThat(lines).hasSize(1 + 10 * 72);
    assertThat(lines.get(0)).isEqualTo("zone,valid_time,power,u10,v10,u100,v100");
    assertThat(lines.get(1)).isEqualTo("1,2012-01-01T01:00:00Z,0.5,0.25,-1,2e0,1");
    assertThat(lines.get(4)).isEqualTo("1,2012-01-01T04:00:00Z,,3.25,-1,2e0,1");
    assertThat(lines.get(49)).isEqualTo("1,2012-01-03T01:00:00Z,,48.25,-1,2e0,1");
    assertThat(lines.get(2 * 72 + 49)).isEqualTo("3,2012-01-03T01:00:00Z,0.125,48.25,-1,2e0,3");
    assertThat(Gefcom2014Files.nwp(folder.resolve("made/wind.csv.gz"), "wind").rows()).hasSize(720);
  }

  @Test
  void theOuterArchiveHoldsBothTracks() throws Exception {
    Map<String, byte[]> outer = new LinkedHashMap<>();
    outer.put("GEFCom2014 Data/GEFCom2014-P_V2.zip", bytes("not even a zip"));
    outer.put("GEFCom2014 Data/GEFCom2014-W_V2.zip", zip(windTrack()));
    assertThat(table(archive(outer), "wind")).hasSize(721);
    assertThatThrownBy(() -> table(archive(outer), "solar"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("solar track")
        .hasMessageContaining("zones [] of 3");
  }

  /** The real solar track in the archive's layout: the same table again, to the last digit. */
  @Test
  void theRealTrackComesBack() throws Exception {
    List<String> shared = shared("solar.csv.gz");
    StringBuilder predictors = new StringBuilder(SOLAR_HEADER + "\n");
    StringBuilder train = new StringBuilder("ZONEID,TIMESTAMP,POWER\n");
    for (String line : shared.subList(1, shared.size())) {
      String[] cells = line.split(",", -1);
      String stamp = LocalDateTime.parse(cells[1].replace("Z", "")).format(STAMP);
      String weather = String.join(",", Arrays.asList(cells).subList(3, cells.length));
      predictors.append(cells[0] + "," + stamp + "," + weather + "\n");
      train.append(cells[0] + "," + stamp + "," + cells[2] + "\n");
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Solar/Task 15/train15.csv", bytes(train.toString()));
    files.put("Solar/Task 15/predictors15.csv", bytes(predictors.toString()));
    List<String> made = table(archive(files), "solar");
    assertThat(made.get(0)).isEqualTo(shared.get(0));
    assertThat(made.stream().sorted().toList()).isEqualTo(shared.stream().sorted().toList());
  }

  @Test
  void namesAreNeverWrittenTo() throws Exception {
    Map<String, byte[]> files = windTrack();
    files.put("../../../escaped/train1.csv", bytes("ZONEID,TIMESTAMP,POWER\n1,20120101 1:00,1\n"));
    files.put("../Task 2/../../solution2_W.csv", bytes("ZONEID,TIMESTAMP,TARGETVAR\n"));
    table(archive(files), "wind");
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("archive.zip", "wind.csv.gz");
    }
  }

  private void refused(Map<String, byte[]> files, String... words) throws IOException {
    Path archive = archive(files);
    assertThatThrownBy(() -> table(archive, "wind"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContainingAll(words)
        .message()
        .hasLineCount(1);
  }

  @Test
  void whatIsMissingOrDamagedIsNamed() throws Exception {
    Map<String, byte[]> gap = windTrack();
    gap.put("Wind/Task 2/Task2_W_Zone1_10.zip", zones("Task2", 0, 1, true));
    gap.remove("Wind/Task 1/TaskExpVars1_W_Zone1_10.zip");
    refused(gap, "wind track, zone 1", "2012-01-02T01:00", "a task's folder is missing");

    Map<String, byte[]> number = windTrack();
    number.put(
        "Wind/Task 3/TaskExpVars3_W_Zone1.csv",
        bytes("ZONEID,TIMESTAMP,U10,V10,U100,V100\n1,20120104 1:00,1,2,x,4\n"));
    refused(number, "TaskExpVars3_W_Zone1.csv, line 2, column U100", "'x' is not a number");

    number.put("Wind/Task 3/TaskExpVars3_W_Zone1.csv", bytes("ZONEID,U10\n1,2\n"));
    refused(number, "TaskExpVars3_W_Zone1.csv", "missing column TIMESTAMP");
    number.put(
        "Wind/Task 3/TaskExpVars3_W_Zone1.csv", bytes("ZONEID,TIMESTAMP\n11,20120104 1:00\n"));
    refused(number, "column ZONEID", "'11' is not 1 to 10");
    number.put("Wind/Task 3/TaskExpVars3_W_Zone1.csv", bytes("ZONEID,TIMESTAMP\n1,2012-01-04\n"));
    refused(number, "column TIMESTAMP", "'2012-01-04' is not like");
    number.put("Wind/Task 3/TaskExpVars3_W_Zone1.csv", bytes(""));
    refused(number, "TaskExpVars3_W_Zone1.csv", "the file is empty");
  }

  @Test
  void noZipsAndBombsAreRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
    assertThatThrownBy(() -> table(text, "wind")).hasMessageContaining("not a zip");
    byte[] whole = zip(windTrack());
    Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> table(half, "wind")).isInstanceOf(UnreadableFileException.class);

    Path bomb = archive(windTrack());
    assertThatThrownBy(
            () -> Gefcom2014Archive.toTable(bomb, "wind", folder.resolve("made.csv.gz"), 10_000))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("unpacks to more than");

    Map<String, byte[]> nested = windTrack();
    for (int i = 0; i < 5; i++) {
      nested = new LinkedHashMap<>(Map.of("deeper.zip", zip(nested)));
    }
    refused(nested, "zips within zips");
  }
}
