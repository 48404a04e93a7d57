package org.skywatt.ingest.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.ingest.field.FieldLevel;

/** The codes of one family of files, from a text table. Immutable. */
final class CodeTable {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+(\\S+)\\s+([A-Z0-9_]+)(?:@(\\d+))?\\s+(\\S.*?)(?:\\s+(since-start|hour))?");

  /**
   * A line.
   *
   * @param heightM height above ground of wind; NaN where the level tells it
   * @param instantTotal what a total is that the header calls an instant
   */
  record Entry(
      List<LevelPattern> levels,
      Quantity quantity,
      double heightM,
      String unit,
      InstantTotal instantTotal) {
    boolean matches(FieldLevel level) {
      for (LevelPattern pattern : levels) {
        if (pattern.matches(level)) {
          return true;
        }
      }
      return false;
    }
  }

  /** What a total that calls itself an instant was gathered over. */
  enum InstantTotal {
    UNKNOWN,
    SINCE_START,
    HOUR
  }

  private final Map<String, List<Entry>> entries = new HashMap<>();

  private CodeTable() {}

  /** Reads a table; a line that cannot be parsed is a mistake of ours and throws. */
  static CodeTable read(String name) {
    CodeTable table = new CodeTable();
    for (String line : TextTable.lines(name)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalStateException(name + ": cannot parse: " + line);
      }
      List<LevelPattern> levels = new ArrayList<>();
      for (String level : matcher.group(2).split(",")) {
        levels.add(LevelPattern.parse(level));
      }
      Quantity quantity = Quantity.valueOf(matcher.group(3));
      String unit = matcher.group(5);
      if (Units.find(unit, quantity.unit()).isEmpty()) {
        throw new IllegalStateException(name + ": unit of: " + line);
      }
      Entry entry =
          new Entry(
              List.copyOf(levels),
              quantity,
              matcher.group(4) == null ? Double.NaN : Double.parseDouble(matcher.group(4)),
              unit,
              instantTotal(matcher.group(6)));
      table.entries.computeIfAbsent(matcher.group(1), unused -> new ArrayList<>()).add(entry);
    }
    return table;
  }

  Optional<Entry> find(String code, FieldLevel level) {
    for (Entry entry : entries.getOrDefault(code, List.of())) {
      if (entry.matches(level)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static InstantTotal instantTotal(String word) {
    if (word == null) {
      return InstantTotal.UNKNOWN;
    }
    return word.equals("hour") ? InstantTotal.HOUR : InstantTotal.SINCE_START;
  }
}
