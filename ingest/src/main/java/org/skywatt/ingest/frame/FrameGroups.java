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
          "(W_XX-EUMETSAT.*(MTI\\d).FCI-1C-RRAD.*)_(\\d{8})\\d{6}_\\d{14}_\\w_.*_(\\d{4})_\\d{4}\\.nc");

  /** {@code OR_ABI-L1b-RadC-M6C02_G19_s20263321501170_…}: all channels of a scan. */
  private static final Pattern ABI =
      Pattern.compile("OR_(ABI-L1b-Rad[A-Z0-9]+)-M\\dC\\d{2}_(G\\d{2})_s(\\d{13})\\d_.*\\.nc");

  private FrameGroups() {}

  /** Groups of {@code files}; those of one source in the order of time. */
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
      return hrit.group(2) + hrit.group(1);
    }
    Matcher fci = FCI.matcher(name);
    if (fci.matches()) {
      return fci.group(3) + "-" + fci.group(4) + fci.group(2);
    }
    Matcher abi = ABI.matcher(name);
    if (abi.matches()) {
      return abi.group(3) + abi.group(1) + abi.group(2);
    }
    return name;
  }
}
