package org.skywatt.cli.green.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of infra/slurm, with a Slurm and a skywatt that only write down what they are asked.
 */
class SlurmScriptsTest {
  private static final Path SCRIPTS = Path.of("..", "infra", "slurm").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void submitsForTheStartOfThePlan() throws Exception {
    program("skywatt", "echo '{ \"segments\" : [ { \"start\" : \"2026-06-01T11:00:00Z\" } ] }'");
    program("sbatch", "echo sbatch \"$@\"");
    String[] command = {
      "sbatch-green",
      "--duration",
      "6h",
      "--deadline",
      "24h",
      "--sites",
      "a",
      "--",
      "--time=6:00:00",
      "train.sh"
    };
    assertThat(run(0, command))
        .isEqualTo("sbatch --begin=2026-06-01T11:00:00 --time=6:00:00 train.sh");
  }

  @Test
  void submitsAtOnceWithoutAnAnswerButNotForAWrongQuestion() throws Exception {
    program("sbatch", "echo sbatch \"$@\"");
    program("skywatt", "exit 1");
    assertThat(run(0, "sbatch-green", "--duration", "6h", "--", "train.sh"))
        .contains("sbatch train.sh", "submitted at once");
    program("skywatt", "exit 2");
    assertThat(run(2, "sbatch-green", "--duration", "6h", "--", "train.sh"))
        .doesNotContain("sbatch train.sh");
    assertThat(run(2, "sbatch-green")).contains("usage");
  }

  @Test
  void holdsRunningJobsWhenItIsNotGreenAndReleasesThemWhenItIs() throws Exception {
    program("scontrol", "echo scontrol \"$@\"");
    program("squeue", "[ \"$3\" = 7 ] && echo RUNNING || echo PENDING");
    String[] command = {"requeue-green", "--sites", "a", "--power", "5", "7", "8"};
    program("skywatt", "echo '{ \"greenIfNow\" : 0.12 }'");
    assertThat(run(0, command)).isEqualTo("scontrol requeuehold 7");
    program("skywatt", "echo '{ \"greenIfNow\" : 0.9 }'");
    assertThat(run(0, command)).isEqualTo("scontrol release 8");
    program("skywatt", "exit 1");
    assertThat(run(1, command)).contains("stay as they are");
  }

  private void program(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private String run(int expected, String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    all.set(0, SCRIPTS.resolve(command[0]).toString());
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    builder.environment().put("TZ", "UTC");
    Process process = builder.start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(text).isEqualTo(expected);
    return text;
  }
}
