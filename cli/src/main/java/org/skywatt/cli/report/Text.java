package org.skywatt.cli.report;

import java.util.Locale;

/** Numbers and names as people read them, safe in HTML and SVG. */
final class Text {
  private Text() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A fraction as a percentage with two decimals; a dash for null. */
  static String percent(Double fraction) {
    return fraction == null ? "–" : String.format(Locale.ROOT, "%.2f%%", 100 * fraction);
  }

  /** A fraction as a percentage with one decimal; a dash for null. */
  static String roughly(Double fraction) {
    return fraction == null ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
  }

  /** A fraction as a whole percentage; a dash for null. */
  static String whole(Double fraction) {
    return fraction == null ? "–" : String.format(Locale.ROOT, "%.0f%%", 100 * fraction);
  }

  /** About three digits; a dash for null. */
  static String number(Double value) {
    if (value == null) {
      return "–";
    }
    double size = Math.abs(value);
    String form = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, form, value);
  }

  /** Minutes as people write them: 45 min, 6 h, 3 d. */
  static String lead(int minutes) {
    if (minutes % 60 != 0) {
      return minutes < 60
          ? minutes + " min"
          : String.format(Locale.ROOT, "%d h %02d", minutes / 60, minutes % 60);
    }
    int hours = minutes / 60;
    return hours > 48 && hours % 24 == 0 ? hours / 24 + " d" : hours + " h";
  }

  /** An ISO time in UTC without its seconds. */
  static String time(String instant) {
    return instant.substring(0, 16).replace('T', ' ') + " UTC";
  }

  /** A baseline's name as words. */
  static String name(String baseline) {
    return baseline.replace('-', ' ');
  }
}
