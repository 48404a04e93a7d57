package org.skywatt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Java that tells how it was called. */
class LauncherTest {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  @TempDir Path folder;
  private Path checkout;
  private Path tools;

  private record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void makeCheckout() throws IOException {
    folder = folder.toRealPath();
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    Files.copy(REPOSITORY.resolve("skywatt"), checkout.resolve("skywatt"));
    executable(checkout.resolve("skywatt"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("bash", "sed", "head", "find", "dirname", "readlink", "cat", "cp")) {
      addTool(tool, "exec " + (Files.exists(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/") + tool);
    }
  }

  /** A program on the launcher's PATH: {@code command} with the words of the call after it. */
  private void addTool(String name, String command) throws IOException {
    Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + command + " \"$@\"\n");
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void pretendBuilt() throws IOException {
    Files.createDirectories(checkout.resolve("cli/target"));
    Files.createDirectories(checkout.resolve("serving/target/quarkus-app"));
    Files.writeString(checkout.resolve("cli/target/classpath"), "/lib/one.jar:/lib/two.jar");
    Files.writeString(checkout.resolve("cli/target/skywatt-cli-0.1.0.jar"), "");
    Files.writeString(checkout.resolve("serving/target/quarkus-app/quarkus-run.jar"), "");
  }

  private Path fakeJava(int version) throws IOException {
    Path home = folder.resolve("jdk" + version);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    Files.writeString(
        java,
        "#!/bin/sh\necho version "
            + version
            + " $OMP_WAIT_POLICY $SPARK_LOCAL_IP\n"
            + "for word in \"$@\"; do echo \"$word\"; done\n");
    executable(java);
    return home;
  }

  private Outcome launch(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(script.toString()).directory(folder.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err);
  }

  @Test
  void itStartsTheCommandThroughASymbolicLinkFromAnywhere() throws Exception {
    pretendBuilt();
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a checkout/skywatt"));
    Outcome outcome =
        launch(
            link,
            Map.of("JAVA_HOME", fakeJava(21).toString(), "SKYWATT_XMX", "1g"),
            "doctor",
            "--dir",
            "two words");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .startsWith("version 21 passive 127.0.0.1")
        .contains("-Xmx1g", "-Dskywatt.home=" + checkout)
        .containsSequence(
            "-cp",
            checkout + "/cli/target/skywatt-cli-0.1.0.jar:/lib/one.jar:/lib/two.jar",
            "org.skywatt.cli.main.Main",
            "doctor",
            "--dir",
            "two words");
  }

  @Test
  void itOpensWhatTheTestsOpen() throws Exception {
    pretendBuilt();
    Outcome outcome =
        launch(checkout.resolve("skywatt"), Map.of("JAVA_HOME", fakeJava(17).toString()), "doctor");
    String pom = Files.readString(REPOSITORY.resolve("pom.xml"));
    List<String> opens =
        Pattern.compile("--add-opens=[^ ]+|-D(?:jdk|io)[^ <]+")
            .matcher(pom.substring(pom.indexOf("<skywatt.opens>"), pom.indexOf("</skywatt.opens>")))
            .results()
            .map(match -> match.group())
            .toList();
    assertThat(opens).hasSizeGreaterThan(15);
    assertThat(outcome.out().lines()).containsAll(opens).contains("-Xmx3g");
  }

  @Test
  void aJavaThatIsTooNewIsPassedOver() throws Exception {
    pretendBuilt();
    Files.createSymbolicLink(tools.resolve("java"), fakeJava(17).resolve("bin/java"));
    Outcome outcome =
        launch(checkout.resolve("skywatt"), Map.of("JAVA_HOME", fakeJava(25).toString()), "doctor");
    assertThat(outcome.out()).startsWith("version 17");
  }

  @Test
  void withoutMavenItSaysSoInOneLine() throws Exception {
    Path home = fakeJava(17);
    Files.createSymbolicLink(home.resolve("bin/javac"), home.resolve("bin/java"));
    Outcome outcome =
        launch(checkout.resolve("skywatt"), Map.of("JAVA_HOME", home.toString()), "doctor");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("skywatt: building needs Maven");
  }

  @Test
  void whatIsMissingIsBuiltOnce() throws Exception {
    Path home = fakeJava(17);
    Files.createSymbolicLink(home.resolve("bin/javac"), home.resolve("bin/java"));
    pretendBuilt();
    Files.move(checkout.resolve("cli/target/classpath"), folder.resolve("built"));
    addTool(
        "mvn", "cp '" + folder + "/built' cli/target/classpath; echo >> '" + folder + "/calls'");
    Map<String, String> environment = Map.of("JAVA_HOME", home.toString());

    assertThat(launch(checkout.resolve("skywatt"), environment, "x").out()).contains("\nx\n");
    assertThat(launch(checkout.resolve("skywatt"), environment, "x").out()).contains("\nx\n");
    assertThat(folder.resolve("calls"))
        .hasContent("-q -B -DskipTests -Dspotless.check.skip=true -Dcompiler.checks=-g package\n");
  }
}
