package org.skywatt.models.energy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Intel and AMD RAPL package counters as Linux shows them under {@code powercap}: cumulative
 * microjoules that wrap around at {@code max_energy_range_uj}.
 */
final class RaplCounters {
  private final Path folder;

  RaplCounters(Path folder) {
    this.folder = folder;
  }

  /** Counter and range of every package, in microjoules; empty if there is none to read. */
  Optional<Map<Path, long[]>> read() {
    Map<Path, long[]> packages = new TreeMap<>();
    try (DirectoryStream<Path> zones = Files.newDirectoryStream(folder, "intel-rapl:[0-9]")) {
      for (Path zone : zones) {
        long counter = number(zone.resolve("energy_uj"));
        long range = number(zone.resolve("max_energy_range_uj"));
        packages.put(zone, new long[] {counter, range});
      }
    } catch (IOException | NumberFormatException e) {
      // Not Linux, no such processor, or not permitted: the caller models instead and says so.
      return Optional.empty();
    }
    return packages.isEmpty() ? Optional.empty() : Optional.of(packages);
  }

  /** Joules between two readings, over all packages; a counter that went back has wrapped once. */
  static double joules(Map<Path, long[]> before, Map<Path, long[]> after) {
    long microjoules = 0;
    for (Map.Entry<Path, long[]> zone : after.entrySet()) {
      long[] start = before.get(zone.getKey());
      if (start != null) {
        long difference = zone.getValue()[0] - start[0];
        microjoules += difference >= 0 ? difference : difference + zone.getValue()[1];
      }
    }
    return microjoules / 1e6;
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).trim());
  }
}
