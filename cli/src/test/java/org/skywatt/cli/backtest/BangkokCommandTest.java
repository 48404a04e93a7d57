package org.skywatt.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.Json;
import org.skywatt.cli.main.Main;
import org.skywatt.ingest.bangkok.BangkokFiles;
import org.skywatt.models.job.Prediction;
import org.skywatt.models.train.Blends;

/** A made-up roof of eighteen days in the real files' form. */
class BangkokCommandTest {
  private static final int DAYS = 18;
  private static final Instant TRAINED = Instant.parse("2024-01-16T05:00:00Z");

  @TempDir Path folder;

  /**
   * Clouds of an hour or two; what is measured after the training ends is {@code later} times it.
   */
  private void write(double later) throws IOException {
    String[] names = {"pv", "irradiance", "cloudindex", "nwp", "clearsky", "temperature"};
    String[] headers = {
      "datetime,Ptot (kW)",
      "Datetime,Irradiance (W/m2)",
      "Datetime,CI_CM,CI_RGB",
      "Datetime,Inwp,Tnwp",
      "Datetime,Iclr",
      "Datetime,Temp (degree C)"
    };
    String[][] lines = new String[names.length][DAYS * 96];
    Random random = new Random(11);
    double cloud = 0.5;
    for (int i = 0; i < DAYS * 96; i++) {
      LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(15L * i);
      double clear = Math.max(0, 1000 * Math.sin(Math.PI * (i % 96 - 24) / 48));
      cloud = Math.min(1, Math.max(0, cloud + 0.15 * random.nextGaussian()));
      double measured = i >= 15 * 96 + 48 ? later : 1;
      double ghi = clear * (1 - 0.7 * cloud) * measured;
      double[][] values = {
        {0.004 * ghi},
        {ghi},
        {100 * cloud * measured, 200 * cloud},
        {0.7 * clear, 30},
        {clear},
        {29}
      };
      for (int file = 0; file < names.length; file++) {
        StringBuilder line =
            new StringBuilder(time.toLocalDate() + " " + time.toLocalTime() + ":00");
        for (double value : values[file]) {
          line.append(String.format(Locale.ROOT, ",%.4f", value));
        }
        lines[file][i] = line.toString();
      }
    }
    for (int file = 0; file < names.length; file++) {
      Path target = folder.resolve(names[file] + "_2024.csv.gz");
      try (Writer out =
          new OutputStreamWriter(
              new GZIPOutputStream(Files.newOutputStream(target)), StandardCharsets.UTF_8)) {
        out.write(headers[file] + "\n" + String.join("\n", lines[file]) + "\n");
      }
    }
  }

  @Test
  void beatsPersistenceAndSaysByHowMuch() throws Exception {
    write(1);
    Path json = folder.resolve("scores.json");
    int code =
        Main.run(
            new String[] {
              "backtest",
              "bangkok",
              "--data",
              folder.toString(),
              "--train-until",
              TRAINED.toString(),
              "--quicker",
              "10",
              "--json",
              json.toString()
            });
    assertThat(code).isZero();
    JsonNode report = Json.MAPPER.readTree(json.toFile());
    assertThat(report.path("leads")).hasSize(10);
    assertThat(report.path("leads").path(0).path("leadMinutes").asInt()).isEqualTo(15);
    assertThat(report.path("leads").path(9).path("leadMinutes").asInt()).isEqualTo(360);
    assertThat(report.path("overall").path("skillSmartPersistence").asDouble()).isGreaterThan(0.05);
    assertThat(report.path("overall").path("skillReference").isNumber()).isTrue();
    assertThat(report.path("baselines")).hasSize(7);
    for (JsonNode baseline : report.path("baselines")) {
      assertThat(baseline.path("n").asLong()).isPositive();
      assertThat(baseline.path("crps").asDouble()).isPositive();
    }
    JsonNode hour = report.path("baselines").path(1).path("leads").path(3);
    assertThat(hour.path("leadMinutes").asInt()).isEqualTo(60);
    assertThat(hour.path("pValue").isNumber()).isTrue();
  }

  @Test
  void theFirstIssueSeesNothingLater() throws Exception {
    write(1);
    List<Prediction> whole = firstIssues();
    write(0.3);
    List<Prediction> changed = firstIssues();
    assertThat(whole).hasSize(10);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(changed.get(i).percentiles()).isEqualTo(whole.get(i).percentiles());
    }
  }

  /** Forecasts made at the noon when the training ends. */
  private List<Prediction> firstIssues() throws IOException {
    BangkokFiles files = BangkokFiles.read(folder);
    return new NowcastBacktest(files, Blends.SOLAR_NOWCAST.quicker(10), line -> {})
        .run(TRAINED, TRAINED.plusSeconds(1))
        .predictions();
  }

  @Test
  void wrongArgumentsEndInOneLine() throws Exception {
    assertThat(Main.run(new String[] {"backtest", "bangkok", "--data", "/nowhere"})).isEqualTo(1);
    write(1);
    String[] early = {
      "backtest", "bangkok", "--data", folder.toString(), "--train-until", "2020-01-01T00:00:00Z"
    };
    assertThat(Main.run(early)).isEqualTo(1);
  }
}
