package org.skywatt.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks of Java, memory, processors, disk and energy counters. */
final class MachineChecks {
  private static final double SUGGESTED_TOTAL_GIB = 4;
  private static final double NEEDED_FREE_GIB = 1;
  private static final double SUGGESTED_FREE_GIB = 3;
  private static final double NEEDED_DISK_GIB = 1;
  private static final double SUGGESTED_DISK_GIB = 5;
  private static final double BYTES_A_GIB = 1L << 30;

  private MachineChecks() {}

  static Check java(int version, String home) {
    String found = "JDK " + version + " in " + home;
    if (version == 17 || version == 21) {
      return Check.ok("java", found);
    }
    return Check.fail(
        "java", found, "install JDK 17 or 21 and point JAVA_HOME at it (Spark needs one of them)");
  }

  /** Memory by Linux's {@code /proc/meminfo}. */
  static Check memory(Path meminfo) {
    double total;
    double free;
    try {
      String text = Files.readString(meminfo);
      total = gib(text, "MemTotal");
      free = gib(text, "MemAvailable");
    } catch (IOException | IllegalArgumentException unknown) {
      return Check.warn("memory", "unknown: " + meminfo + " cannot be read", "have 4 GiB or more");
    }
    String found = text("%.1f GiB, %.1f GiB of it available", total, free);
    if (free < NEEDED_FREE_GIB) {
      return Check.fail("memory", found, "end other programs: 1 GiB at least must be available");
    }
    if (total < SUGGESTED_TOTAL_GIB || free < SUGGESTED_FREE_GIB) {
      return Check.warn(
          "memory", found, "have 4 GiB, 3 GiB available, or lower the heap: SKYWATT_XMX=1g");
    }
    return Check.ok("memory", found);
  }

  private static double gib(String meminfo, String field) {
    Matcher matcher = Pattern.compile("(?m)^" + field + ":\\s+(\\d+) kB").matcher(meminfo);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + field);
    }
    return Long.parseLong(matcher.group(1)) * 1024 / BYTES_A_GIB;
  }

  static Check cores(int cores) {
    String found = cores == 1 ? "1 core" : cores + " cores";
    return cores >= 2
        ? Check.ok("processors", found)
        : Check.warn("processors", found, "training and the demo take about twice as long");
  }

  /** Space left where {@code folder}, or the nearest folder above it that exists, lies. */
  static Check disk(Path folder) {
    Path existing = nearestExisting(folder);
    try {
      double free = Files.getFileStore(existing).getUsableSpace() / BYTES_A_GIB;
      String found = text("%.1f GiB free at %s", free, existing);
      if (free < NEEDED_DISK_GIB) {
        return Check.fail("disk", found, "make room, or name another folder with --dir");
      }
      return free < SUGGESTED_DISK_GIB
          ? Check.warn("disk", found, "have 5 GiB free for archives and backtests")
          : Check.ok("disk", found);
    } catch (IOException e) {
      return Check.warn("disk", "unknown: " + e.getMessage(), "have 5 GiB free");
    }
  }

  /** Whether {@code folder} can be written, by trying; leaves nothing behind. */
  static Check writable(Path folder) {
    Path existing = nearestExisting(folder);
    try {
      Files.delete(Files.createTempFile(existing, "skywatt-doctor", null));
      return Check.ok("data folder", folder + " can be written");
    } catch (IOException e) {
      return Check.fail(
          "data folder",
          existing + " cannot be written (" + e.getClass().getSimpleName() + ")",
          "name another folder with --dir or SKYWATT_DATA");
    }
  }

  private static Path nearestExisting(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    while (!Files.exists(path)) {
      path = path.getParent();
    }
    return path;
  }

  /** Whether the RAPL energy counters under {@code powercap} can be read. */
  static Check energy(Path powercap) {
    Path counter = powercap.resolve("intel-rapl:0/energy_uj");
    if (Files.isReadable(counter)) {
      return Check.ok("energy counters", "RAPL: energy is measured");
    }
    return Check.warn(
        "energy counters",
        Files.exists(counter)
            ? "RAPL is there but not readable: energy is modelled from CPU time"
            : "no RAPL: energy is modelled from CPU time",
        Files.exists(counter)
            ? "let this user read " + counter
            : "nothing to do in most virtual machines; every result says its energyTier");
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
