package org.skywatt.ingest.cf;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;

/** What {@code cell_methods} says of time and of members: CF 1.11 section 7.3. */
final class CellMethods {
  private static final Pattern ENTRY = Pattern.compile("((?:[\\w/]+\\s*:\\s*)+)([\\w]+)");
  private static final Set<String> TIMES = Set.of("time", "t", "step", "forecast_period");
  private static final Set<String> MEMBERS = Set.of("realization", "number", "member");

  private CellMethods() {}

  /**
   * How values relate to their period; an instant where nothing is said.
   *
   * @param time name of the variable's time coordinate
   */
  static StepType stepType(Attributes attributes, String time) {
    Matcher entries = ENTRY.matcher(attributes.text("cell_methods").orElse(""));
    while (entries.find()) {
      for (String name : entries.group(1).split("[\\s:]+")) {
        if (name.equals(time) || TIMES.contains(name)) {
          return stepType(entries.group(2));
        }
      }
    }
    return switch (attributes.lower("GRIB_stepType")) {
      case "", "instant" -> StepType.INSTANT;
      case "avg" -> StepType.AVERAGE;
      case "accum" -> StepType.ACCUMULATION;
      case "max" -> StepType.MAXIMUM;
      case "min" -> StepType.MINIMUM;
      default -> StepType.OTHER;
    };
  }

  private static StepType stepType(String method) {
    return switch (method) {
      case "point" -> StepType.INSTANT;
      case "mean" -> StepType.AVERAGE;
      case "sum" -> StepType.ACCUMULATION;
      case "maximum" -> StepType.MAXIMUM;
      case "minimum" -> StepType.MINIMUM;
      default -> StepType.OTHER;
    };
  }

  /** A statistic over members; the control forecast where nothing is said. */
  static Member member(Attributes attributes) {
    Matcher entries = ENTRY.matcher(attributes.text("cell_methods").orElse(""));
    while (entries.find()) {
      for (String name : entries.group(1).split("[\\s:]+")) {
        if (MEMBERS.contains(name)) {
          return new Member(
              switch (entries.group(2)) {
                case "mean" -> Member.Kind.MEAN;
                case "standard_deviation" -> Member.Kind.SPREAD;
                default -> Member.Kind.OTHER;
              },
              0);
        }
      }
    }
    return Member.CONTROL;
  }
}
