package org.skywatt.ingest.frame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files are of one frame, by their names: all segments of a slot of HRIT with its prologue,
 * all chunks of a repeat cycle of FCI. Any other file is a frame, or several, by itself.
 */
public final class FrameGroups {
  /** {@code H-000-MSG3__-MSG3________-HRV______-000018___-201502171200-__} (CGMS 03, 4.3.1). */
  private static final Pattern HRIT =
      Pattern.compile("([HL]-\\d{3}-.{6}-.{12})-.{9}-.{9}-(\\d{12})-.*");

  /** {@code …_START_END_N_JLS_T_0073_0034.nc}: the cycle of the day, then the chunk. */
  private static final Pattern FCI =
      Pattern.compile(
          "(W_XX-EUMETSAT.*FCI-1C-RRAD.*)_(\\d{8})\\d{6}_\\d{14}_\\w_.*_(\\d{4})_\\d{4}\\.nc");

  private FrameGroups() {}

  /** Groups of {@code files}, in the order of their keys. */
  public static <T> List<List<T>> of(Collection<T> files, Function<T, String> name) {
    Map<String, List<T>> groups = new TreeMap<>();
    for (T file : files) {
      groups.computeIfAbsent(key(name.apply(file)), unused -> new ArrayList<>()).add(file);
    }
    return new ArrayList<>(groups.values());
  }

  /** The same for all files of a frame. */
  static String key(String name) {
    Matcher hrit = HRIT.matcher(name);
    if (hrit.matches()) {
      return hrit.group(1) + hrit.group(2);
    }
    Matcher fci = FCI.matcher(name);
    if (fci.matches()) {
      return "FCI-" + fci.group(2) + "-" + fci.group(3);
    }
    return name;
  }
}
