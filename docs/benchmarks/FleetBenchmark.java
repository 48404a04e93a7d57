import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.skywatt.green.fleet.FleetJob;
import org.skywatt.green.fleet.FleetPlan;
import org.skywatt.green.fleet.FleetPlanner;
import org.skywatt.green.fleet.FleetSite;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;

/**
 * Plans a fortnight of jobs of unequal power, a quarter of them at one go, at several sites whose
 * power 70% of is needed on average. Usage, after mvn -DskipTests package: java -XX:+UseSerialGC
 * -Xmx2g -cp green/target/classes:core/target/classes docs/benchmarks/FleetBenchmark.java 100000 3
 */
class FleetBenchmark {
  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    int places = Integer.parseInt(args[1]);
    int slots = 672;
    Random random = new Random(1);
    List<FleetJob> jobs = new ArrayList<>();
    double work = 0;
    for (int job = 0; job < count; job++) {
      int earliest = random.nextInt(slots - 60);
      int length = 1 + random.nextInt(16);
      int deadline = Math.min(slots, earliest + length + random.nextInt(96));
      double power = 1 + random.nextInt(20);
      work += power * length;
      int home = random.nextInt(places);
      List<FleetJob.Option> options = new ArrayList<>();
      for (int site = 0; site < places; site++) {
        options.add(new FleetJob.Option(site, site == home ? 0 : 0.5));
      }
      SlotJob slotJob = new SlotJob("j" + job, earliest, deadline, length);
      jobs.add(new FleetJob(slotJob, power, random.nextInt(4) > 0, options, List.of()));
    }
    List<FleetSite> sites = new ArrayList<>();
    for (int site = 0; site < places; site++) {
      double[] costs = new double[slots];
      double[] power = new double[slots];
      int[] atOnce = new int[slots];
      for (int slot = 0; slot < slots; slot++) {
        double day = Math.sin(2 * Math.PI * (slot + 20 * site) / 48);
        costs[slot] = 300 + 150 * day + 40 * random.nextGaussian();
      }
      Arrays.fill(power, work / slots / places / 0.7);
      Arrays.fill(atOnce, Integer.MAX_VALUE / 2);
      sites.add(new FleetSite("s" + site, SlotCosts.of(costs), power, atOnce));
    }
    long start = System.nanoTime();
    FleetPlan plan = FleetPlanner.plan(sites, jobs, 0.5);
    System.out.printf(
        Locale.ROOT,
        "%d jobs, %d sites: %.1f s, refused %d, gap to the bound %.2f%%%n",
        count,
        places,
        (System.nanoTime() - start) / 1e9,
        plan.refusals().size(),
        100 * plan.gap());
  }
}
