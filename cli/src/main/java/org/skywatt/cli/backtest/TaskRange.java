package org.skywatt.cli.backtest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.skywatt.cli.UsageException;

/** Task numbers of GEFCom2014, written {@code 4-9} or {@code 7}. */
record TaskRange(int first, int last) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

  static TaskRange parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.trim());
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (first >= 1 && first <= last && last <= 15) {
        return new TaskRange(first, last);
      }
    }
    throw new UsageException("--tasks '" + text + "' must be like 4-9 or 7, within 1 to 15");
  }

  List<Integer> list() {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }
}
