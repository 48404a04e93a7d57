package org.skywatt.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;

/** Looks at this machine. */
public final class Doctor {
  private Doctor() {}

  /**
   * All checks, in the order in which they are told.
   *
   * @param dataFolder where data would lie; need not exist, and nothing is left in it
   */
  public static List<Check> examine(Path dataFolder) {
    String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Optional<String> database = Optional.ofNullable(System.getenv("SKYWATT_DATABASE_URL"));
    return List.of(
        MachineChecks.java(Runtime.version().feature(), System.getProperty("java.home")),
        MachineChecks.memory(Path.of("/proc/meminfo")),
        MachineChecks.cores(Runtime.getRuntime().availableProcessors()),
        MachineChecks.disk(dataFolder),
        MachineChecks.writable(dataFolder),
        ProgramChecks.loopback(),
        ProgramChecks.port(8080),
        ProgramChecks.database(database, isRoot(), searchPath),
        ProgramChecks.xgboost(Doctor::useXgboost),
        MachineChecks.energy(Path.of("/sys/class/powercap")),
        ProgramChecks.chromium(searchPath),
        ProgramChecks.ecCodes(searchPath));
  }

  private static long useXgboost() throws Exception {
    DMatrix matrix = new DMatrix(new float[] {1}, 1, 1, Float.NaN);
    try {
      return matrix.rowNum();
    } finally {
      matrix.dispose();
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException notLinux) {
      return false;
    }
  }
}
