package org.skywatt.cli.green.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Failures;
import org.skywatt.cli.serve.Service;
import org.skywatt.client.ApiKey;
import org.skywatt.client.ServiceConnection;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;
import picocli.CommandLine;

/**
 * A command, the packaged service and a database, all real, in a SIMULATED world whose forecast has
 * steps of a second: the job waits for the green seconds, is suspended between them and resumed,
 * and its settlement adds up to what its runner metered.
 */
@Timeout(400)
class GreenStoryTest {
  private static final int STEPS = 90;
  private static final double KW = 3600;
  private static final String TICKS =
      "i=0; while [ $i -lt 70 ]; do date +%s%N >> \"$0\"; sleep 0.1; i=$((i+1)); done; exit 4";

  @TempDir Path folder;

  @Test
  void aJobMovesToGreenHoursIsSuspendedAndResumedAndItsSettlementAddsUp() throws Exception {
    Path root = Path.of("").toAbsolutePath().getParent();
    assumeTrue(
        Files.isRegularFile(root.resolve("serving/target/quarkus-app/quarkus-run.jar")),
        "the service is not packaged: run mvn package");
    String before = System.setProperty("skywatt.home", root.toString());
    DataHome home = DataHome.open(folder);
    Files.createDirectories(home.published().resolve("runs"));
    Files.writeString(
        home.published().resolve("sites.json"),
        "[{\"id\":\"sun\",\"name\":\"Sun\",\"organisation\":\"o\",\"technology\":\"solar\","
            + "\"latitude\":46.8,\"longitude\":8.3,\"elevationM\":1,\"capacityKw\":3600,"
            + "\"dcCapacityKw\":4000,\"tiltDeg\":30,\"azimuthDeg\":180}]");
    // The service is not ready before there is a run.
    publish(home.published(), Instant.now().minusSeconds(3600));
    try (Service service = Service.start(home, freePort(), true)) {
      Instant issue = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      publish(home.published(), issue);
      awaitRun(service.url(), RunHeader.stamp(issue));
      StringWriter log = new StringWriter();
      int code = run(service.url(), log);
      assertThat(code).describedAs(log.toString()).isEqualTo(4);
      check(issue, job(log.toString()), service.url());
    } finally {
      if (before == null) {
        System.clearProperty("skywatt.home");
      } else {
        System.setProperty("skywatt.home", before);
      }
    }
  }

  private void check(Instant issue, String job, URI url) throws Exception {
    ServiceConnection connection = new ServiceConnection(url, ApiKey.NONE);
    JsonNode told = connection.get("v1/green/jobs/" + job);
    assertThat(told.path("state").asText()).isEqualTo("failed");
    List<Double> ticks = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("ticks"))) {
      ticks.add(Long.parseLong(line) / 1e9 - issue.getEpochSecond());
    }
    assertThat(ticks).hasSize(70);
    JsonNode segments = told.path("plan").path("segments");
    assertThat(segments.size()).isGreaterThan(1);
    double start = seconds(issue, segments.get(0).path("start"));
    double pause = seconds(issue, segments.get(0).path("end"));
    double resume = seconds(issue, segments.get(1).path("start"));
    assertThat(ticks.get(0)).isGreaterThanOrEqualTo(start - 0.01);
    // Two polls after it was to be suspended it stood still until it was to go on.
    assertThat(ticks).noneMatch(each -> each > pause + 1.5 && each < resume - 0.01);
    assertThat(ticks).anyMatch(each -> each > resume);

    JsonNode settled = connection.get("v1/green/jobs/" + job + "/settlement");
    double actual = settled.path("actualKwh").asDouble();
    double hours = 0;
    for (JsonNode each : settled.path("hours")) {
      hours += each.path("actualKwh").asDouble();
    }
    assertThat(hours).isCloseTo(actual, within(1e-6));
    // A kilowatt-hour a second of running: 70 ticks and the work between them.
    assertThat(actual).isBetween(7.0, 20.0);
    assertThat(settled.path("plannedKwh").asDouble()).isCloseTo(8, within(0.5));
    double green = settled.path("greenKwh").asDouble();
    assertThat(green).isLessThanOrEqualTo(actual).isGreaterThan(0.5 * actual);
    assertThat(green).isGreaterThan(settled.path("atOnceGreenKwh").asDouble());
  }

  private static double seconds(Instant issue, JsonNode time) {
    return (Instant.parse(time.asText()).toEpochMilli() - issue.toEpochMilli()) / 1e3;
  }

  private int run(URI url, StringWriter log) {
    List<String> words =
        new ArrayList<>(
            List.of("--duration", "8s", "--deadline", "60s", "--sites", "sun", "--power", "3600"));
    words.addAll(List.of("--poll", "0.3s", "--url", url.toString(), "--", "sh", "-c", TICKS));
    words.add(folder.resolve("ticks").toString());
    return new CommandLine(new GreenRunCommand())
        .setErr(new PrintWriter(log))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures())
        .execute(words.toArray(new String[0]));
  }

  private static String job(String log) {
    Matcher matcher = Pattern.compile("job ([0-9a-f-]{36}):").matcher(log);
    assertThat(matcher.find()).describedAs(log).isTrue();
    return matcher.group(1);
  }

  /** Green from the 12th to the 16th second and from the 20th on. */
  private static void publish(Path published, Instant time) throws IOException {
    Instant issue = time.truncatedTo(ChronoUnit.SECONDS);
    QuantileLevels levels = QuantileLevels.of(0.1, 0.5, 0.9);
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(issue),
            issue,
            issue,
            1,
            STEPS,
            levels,
            "story",
            1,
            EnergyTier.MODELLED,
            issue.plusSeconds(3600),
            "none");
    double[] mean = new double[STEPS];
    double[][] quantiles = new double[STEPS][3];
    for (int step = 0; step < STEPS; step++) {
      mean[step] = (step >= 12 && step < 16) || (step >= 20 && step < 40) ? 1 : 0;
      Arrays.fill(quantiles[step], mean[step]);
    }
    RunSite site =
        new RunSite(
            new SiteId("sun"), "o", KW, KW, InputTier.FULL, EnumSet.noneOf(StaleInput.class));
    Path file = published.resolve("runs").resolve(header.runId() + ".arrow");
    try (RunFileWriter writer = RunFileWriter.create(file, header)) {
      writer.add(SiteForecast.of(site, levels, mean, quantiles));
      writer.commit();
    }
  }

  private static void awaitRun(URI url, String run) throws IOException, InterruptedException {
    ServiceConnection connection = new ServiceConnection(url, ApiKey.NONE);
    for (int i = 0; i < 80; i++) {
      if (connection.get("v1/green?sites=sun").path("runId").asText().equals(run)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the run is not taken up");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
