package org.skywatt.cli.doctor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.skywatt.cli.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt doctor}: 0 if everything will do, 1 if something fails. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Tells what this machine has and lacks, and how to mend it.",
    footer = {"", "Example: skywatt doctor --dir /var/lib/skywatt"})
public final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Data folder to look at (default: $SKYWATT_DATA, or ./skywatt-data).")
  private Path dir;

  @Option(names = "--json", description = "Write the checks as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    // Not opened: the doctor changes nothing.
    Path folder =
        dir != null
            ? dir
            : Path.of(Optional.ofNullable(System.getenv("SKYWATT_DATA")).orElse("skywatt-data"));
    List<Check> checks = Doctor.examine(folder.toAbsolutePath().normalize());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(checks));
    } else {
      print(checks, out);
    }
    out.flush();
    return count(checks, Check.Verdict.FAIL) == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  static void print(List<Check> checks, PrintWriter out) {
    for (Check check : checks) {
      out.printf("%-4s  %-16s %s%n", check.verdict(), check.name(), check.found());
      if (!check.mend().isEmpty()) {
        out.printf("%-4s  %-16s -> %s%n", "", "", check.mend());
      }
    }
    long warnings = count(checks, Check.Verdict.WARN);
    long failures = count(checks, Check.Verdict.FAIL);
    out.printf(
        "%d checks: %d ok, %d with less, %d to mend%n",
        checks.size(), checks.size() - warnings - failures, warnings, failures);
  }

  private static long count(List<Check> checks, Check.Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }
}
