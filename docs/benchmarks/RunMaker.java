import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.zip.CRC32;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;

/**
 * Publishes a run for each issue time that it reads, whose every value is known: at all steps and
 * levels of a site 1000 + CRC-32 of "RUN SITE" mod 25000, in kW. An answer that mixes two runs does
 * not have them. Usage: java -cp core/target/classes:ARROW_JARS RunMaker.java FOLDER SITES [STEPS]
 */
class RunMaker {
  private static final QuantileLevels LEVELS =
      QuantileLevels.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);
  private static final double CAPACITY_KW = 27000;

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int sites = Integer.parseInt(args[1]);
    int steps = args.length > 2 ? Integer.parseInt(args[2]) : 96;
    Files.createDirectories(folder);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        System.out.println(publish(folder, Instant.parse(line.strip()), sites, steps));
      } catch (IOException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }

  private static String publish(Path folder, Instant issue, int sites, int steps)
      throws IOException {
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(issue),
            issue,
            issue,
            1800,
            steps,
            LEVELS,
            "made",
            100,
            EnergyTier.CONSTANT,
            issue.plusSeconds(3600),
            "CC-BY-4.0");
    double[] mean = new double[steps];
    double[][] quantiles = new double[steps][LEVELS.size()];
    try (RunFileWriter writer =
        RunFileWriter.create(folder.resolve(header.runId() + ".arrow"), header)) {
      for (int i = 0; i < sites; i++) {
        String id = String.format(Locale.ROOT, "site-%07d", i);
        CRC32 crc = new CRC32();
        crc.update((header.runId() + " " + id).getBytes(UTF_8));
        double value = (1000 + crc.getValue() % 25000) / CAPACITY_KW;
        Arrays.fill(mean, value);
        for (double[] step : quantiles) {
          Arrays.fill(step, value);
        }
        RunSite site =
            new RunSite(
                new SiteId(id),
                "Nordlicht",
                CAPACITY_KW,
                CAPACITY_KW,
                InputTier.FULL,
                EnumSet.noneOf(StaleInput.class));
        writer.add(SiteForecast.of(site, LEVELS, mean, quantiles));
      }
      return header.runId() + " " + writer.commit();
    }
  }
}
