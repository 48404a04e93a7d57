import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.Histories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;

/**
 * Rows a CPU-second of the whole feature job on the tables of a data folder, by a schema: read,
 * gathered by site, computed, and written to Iceberg; and the same without writing. All CPU of the
 * process counts. Arguments: data folder, technology, first issue, last issue, repetitions.
 * Spark needs the launcher's --add-opens (`skywatt.opens` in pom.xml).
 */
public final class FeatureJobSpeed {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int LEADS = 48;

  public static void main(String[] args) throws Exception {
    String technology = args[1];
    try (SparkSession spark = Sessions.open(new DataHome(Path.of(args[0])))) {
      List<Site> all = new Histories(spark, Namespace.LIVE).sites();
      List<Site> sites =
          all.stream().filter(site -> site.technology().equals(technology)).toList();
      List<Issue> issues =
          Issue.every(
              Instant.parse(args[2]), Instant.parse(args[3]), HOUR, HOUR.multipliedBy(LEADS), HOUR);
      FeatureJob job = new FeatureJob(spark, Namespace.LIVE);
      for (int i = 0; i < Integer.parseInt(args[4]); i++) {
        double start = cpuSeconds();
        long written =
            job.run("speed", Schemas.get(technology), sites, Neighbours.of(all), issues).count();
        double middle = cpuSeconds();
        job.rows("speed", Schemas.get(technology), sites, Neighbours.of(all), issues)
            .queryExecution()
            .toRdd()
            .count();
        double end = cpuSeconds();
        System.out.printf(
            "%d rows of %d sites: %.0f rows a CPU-second written, %.0f without writing%n",
            written, sites.size(), written / (middle - start), written / (end - middle));
      }
    }
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
