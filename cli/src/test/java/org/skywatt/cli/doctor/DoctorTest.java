package org.skywatt.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.cli.doctor.Check.Verdict;
import picocli.CommandLine;

class DoctorTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"17, OK", "21, OK", "11, FAIL", "25, FAIL"})
  void onlyTwoVersionsOfJavaWillDo(int version, Verdict verdict) {
    assertThat(MachineChecks.java(version, "/jdk").verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "16000000, 12000000, OK",
    "3000000, 2900000, WARN",
    "16000000, 2000000, WARN",
    "16000000, 900000, FAIL"
  })
  void memoryIsJudgedByWhatIsThereAndFree(long total, long free, Verdict verdict) throws Exception {
    Path meminfo =
        Files.writeString(
            folder.resolve("meminfo"),
            "MemTotal:  " + total + " kB\nMemFree: 1 kB\nMemAvailable:  " + free + " kB\n");
    assertThat(MachineChecks.memory(meminfo).verdict()).isEqualTo(verdict);
  }

  @Test
  void memoryThatCannotBeReadIsNoFailure() {
    assertThat(MachineChecks.memory(folder.resolve("none")).verdict()).isEqualTo(Verdict.WARN);
  }

  @Test
  void aFileWhereTheDataFolderShouldBeFails() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(MachineChecks.writable(file).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(MachineChecks.writable(folder.resolve("a/b")).verdict()).isEqualTo(Verdict.OK);
    assertThat(folder.resolve("a")).as("nothing is made").doesNotExist();
  }

  @Test
  void aTakenPortIsSeen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ProgramChecks.port(taken.getLocalPort()).verdict()).isEqualTo(Verdict.WARN);
    }
  }

  @Test
  void rootNeedsAWayToStopBeingRoot() {
    assertThat(ProgramChecks.database(Optional.empty(), true, folder.toString()).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(ProgramChecks.database(Optional.of("jdbc:x"), true, "").verdict())
        .isEqualTo(Verdict.OK);
  }

  @Test
  void aLibraryThatDoesNotLoadFailsWithItsReason() {
    Check check =
        ProgramChecks.xgboost(
            () -> {
              throw new UnsatisfiedLinkError("libgomp.so.1: cannot open\nmore");
            });
    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check.found()).contains("libgomp.so.1: cannot open").doesNotContain("more");
  }

  @Test
  void countersThatCanBeReadAreUsed() throws Exception {
    assertThat(MachineChecks.energy(folder).verdict()).isEqualTo(Verdict.WARN);
    Path zone = Files.createDirectory(folder.resolve("intel-rapl:0"));
    Files.writeString(zone.resolve("energy_uj"), "1");
    assertThat(MachineChecks.energy(folder).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void thisMachineRunsXgboostAndTheJsonHasEveryCheck() throws Exception {
    StringWriter written = new StringWriter();
    CommandLine command = new CommandLine(new DoctorCommand()).setOut(new PrintWriter(written));
    int exitCode = command.execute("--json", "--dir", folder.toString());

    JsonNode checks = new ObjectMapper().readTree(written.toString());
    boolean failed = checks.findValuesAsText("verdict").contains("fail");
    assertThat(exitCode).isEqualTo(failed ? 1 : 0);
    assertThat(checks.findValuesAsText("name"))
        .containsExactly(
            "java",
            "memory",
            "processors",
            "disk",
            "data folder",
            "loopback",
            "port 8080",
            "database",
            "xgboost",
            "energy counters",
            "chromium",
            "eccodes");
    assertThat(checks.get(8).get("verdict").asText()).isEqualTo("ok");
  }

  @Test
  void aPersonReadsWhatToMend() {
    StringWriter written = new StringWriter();
    PrintWriter out = new PrintWriter(written);
    DoctorCommand.print(List.of(Check.ok("a", "fine"), Check.fail("b", "gone", "bring it")), out);
    out.flush();
    assertThat(written.toString().lines())
        .containsExactly(
            "OK    a                fine",
            "FAIL  b                gone",
            "                       -> bring it",
            "2 checks: 1 ok, 0 with less, 1 to mend");
  }
}
