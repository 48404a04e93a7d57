package org.skywatt.ingest.gefcom2014;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.skywatt.ingest.file.UnreadableFileException;

/** What the files of a track's tasks say, put together: the newest task's word counts. */
final class TaskTables {
  private static final Pattern TASK =
      Pattern.compile(
          "(?:predictors|train|task|taskexpvars|solution)[ _]?(\\d{1,2})(?:_[sw](?:_zone\\d+)?)?\\.csv"
              + "|solution to task (\\d{1,2})\\.csv");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd H:mm");
  private static final int LAST_TASK = 15;
  private static final int MOST_ROWS = 1_000_000;

  /** Their columns and ours. */
  private static final Map<String, List<String>> THEIRS =
      Map.of(
          "solar",
          List.of(
              "power", "var78", "var79", "var134", "var157", "var164", "var165", "var166", "var167",
              "var169", "var175", "var178", "var228"),
          "wind",
          List.of("targetvar", "u10", "v10", "u100", "v100"));

  private static final Map<String, String> HEADERS =
      Map.of(
          "solar",
          "zone,valid_time,power,tclw,tciw,sp,r,tcc,u10,v10,t2m,ssrd,strd,tsr,tp",
          "wind",
          "zone,valid_time,power,u10,v10,u100,v100");

  private final Path archive;
  private final String track;
  private final List<String> columns;
  private final Map<Integer, TreeMap<LocalDateTime, Cells>> zones = new TreeMap<>();
  private int rows;

  /** A row, each cell with the task that it is from. */
  private static final class Cells {
    private final String[] text;
    private final byte[] task;

    Cells(int columns) {
      text = new String[columns];
      task = new byte[columns];
    }
  }

  TaskTables(Path archive, String track) {
    this.archive = archive;
    this.track = track;
    this.columns = THEIRS.get(track);
  }

  /** Whether a zip of this name may have files of the track. */
  boolean mayHold(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean otherTrack = lower.matches("gefcom2014-[a-z](_v\\d+)?\\.zip");
    return !otherTrack || lower.startsWith("gefcom2014-" + track.charAt(0));
  }

  /** Whether a file is of the track. */
  boolean wants(String name) {
    String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    String last = path.substring(path.lastIndexOf('/') + 1);
    boolean wind = last.contains("_w");
    boolean otherFolder = path.contains("load/") || path.contains("price/");
    return !otherFolder && wind == track.equals("wind") && TASK.matcher(last).matches();
  }

  private int task(String name) {
    String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    Matcher matcher = TASK.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name);
    }
    int task = Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    return Math.min(task, LAST_TASK + 1);
  }

  /**
   * @param in is read to its end
   * @throws UnreadableFileException naming file, line and column where it cannot be read
   */
  void read(String name, InputStream in) throws IOException {
    int task = task(name);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    CSVParser parser =
        CSVParser.builder()
            .setReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .setFormat(format)
            .get();
    Map<String, Integer> header = null;
    try {
      for (CSVRecord each : parser) {
        if (header == null) {
          header = header(name, each);
        } else {
          row(name, task, header, each);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (header == null) {
      throw new UnreadableFileException(archive, name, "the file is empty");
    }
  }

  private Map<String, Integer> header(String name, CSVRecord first) throws IOException {
    Map<String, Integer> header = new HashMap<>();
    for (int i = 0; i < first.size(); i++) {
      header.put(first.get(i).replace("\ufeff", "").toLowerCase(Locale.ROOT), i);
    }
    for (String needed : List.of("zoneid", "timestamp")) {
      if (!header.containsKey(needed)) {
        throw new UnreadableFileException(
            archive, name, "missing column " + needed.toUpperCase(Locale.ROOT));
      }
    }
    return header;
  }

  private void row(String name, int task, Map<String, Integer> header, CSVRecord row)
      throws IOException {
    if (row.size() != header.size()) {
      throw refuse(
          name, row, "", "has " + row.size() + " fields where the header has " + header.size());
    }
    int zone = zone(name, row, row.get(header.get("zoneid")));
    LocalDateTime time = time(name, row, row.get(header.get("timestamp")));
    Cells cells =
        zones
            .computeIfAbsent(zone, any -> new TreeMap<>())
            .computeIfAbsent(
                time,
                any -> {
                  rows++;
                  return new Cells(columns.size());
                });
    if (rows > MOST_ROWS) {
      throw refuse(name, row, "", "is one of more than " + MOST_ROWS);
    }
    for (int i = 0; i < columns.size(); i++) {
      Integer at = header.get(columns.get(i));
      String text = at == null ? "" : row.get(at);
      boolean known = !text.isEmpty() && !text.equalsIgnoreCase("na") && !text.equals("NaN");
      if (known && !NUMBER.matcher(text).matches()) {
        throw refuse(name, row, columns.get(i), "'" + text + "' is not a number");
      }
      if (known && task >= cells.task[i]) {
        cells.text[i] = text;
        cells.task[i] = (byte) task;
      }
    }
  }

  private int zone(String name, CSVRecord row, String text) throws IOException {
    int most = track.equals("solar") ? 3 : 10;
    if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
      throw refuse(name, row, "ZONEID", "'" + text + "' is not 1 to " + most);
    }
    return Integer.parseInt(text);
  }

  private LocalDateTime time(String name, CSVRecord row, String text) throws IOException {
    try {
      return LocalDateTime.parse(text, STAMP);
    } catch (DateTimeException e) {
      throw refuse(name, row, "TIMESTAMP", "'" + text + "' is not like '20120401 1:00'");
    }
  }

  private UnreadableFileException refuse(String name, CSVRecord row, String column, String why) {
    String field = column.isEmpty() ? "" : ", column " + column.toUpperCase(Locale.ROOT);
    return new UnreadableFileException(
        archive, name + ", line " + row.getRecordNumber() + field, why);
  }

  /**
   * @throws UnreadableFileException where a zone or hours of weather are not there
   */
  void requireWhole() throws IOException {
    int expected = track.equals("solar") ? 3 : 10;
    if (zones.size() < expected) {
      throw new UnreadableFileException(
          archive, track + " track", "zones " + zones.keySet() + " of " + expected + " are there");
    }
    for (Map.Entry<Integer, TreeMap<LocalDateTime, Cells>> zone : zones.entrySet()) {
      LocalDateTime before = null;
      for (Map.Entry<LocalDateTime, Cells> row : zone.getValue().entrySet()) {
        boolean weather = row.getValue().text[columns.size() - 1] != null;
        boolean follows = before == null || row.getKey().equals(before.plusHours(1));
        if (!weather || !follows) {
          LocalDateTime first = weather ? before.plusHours(1) : row.getKey();
          throw new UnreadableFileException(
              archive,
              track + " track, zone " + zone.getKey(),
              "no weather for "
                  + first
                  + (weather ? ", " + Duration.between(before, row.getKey()).toHours() + " h" : "")
                  + ": a task's folder is missing");
        }
        before = row.getKey();
      }
    }
  }

  /** Writes all rows by zone and time. */
  void write(BufferedWriter out) throws IOException {
    out.write(HEADERS.get(track));
    out.newLine();
    for (Map.Entry<Integer, TreeMap<LocalDateTime, Cells>> zone : zones.entrySet()) {
      for (Map.Entry<LocalDateTime, Cells> row : zone.getValue().entrySet()) {
        out.write(zone.getKey() + "," + row.getKey().toInstant(ZoneOffset.UTC));
        for (String cell : row.getValue().text) {
          out.write("," + (cell == null ? "" : cell));
        }
        out.newLine();
      }
    }
  }
}
