import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
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
 * -Xmx2g -cp green/target/classes:core/target/classes docs/benchmarks/FleetBenchmark.java 100000 3 (and how often, if
 * not once)
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
    int times = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    for (int time = 0; time < times; time++) {
      plan(sites, jobs);
    }
  }

  private static void plan(List<FleetSite> sites, List<FleetJob> jobs) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    FleetPlan plan = FleetPlanner.plan(sites, jobs, 0.5);
    long used = threads.getCurrentThreadCpuTime() - cpu;
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%d jobs, %d sites: %.2f s of one core, %.2f s by the clock, refused %d, gap to the bound"
            + " %.2f%%, saves %.0f of %.0f, heap at most %d MB%n",
        jobs.size(),
        sites.size(),
        used / 1e9,
        (System.nanoTime() - start) / 1e9,
        plan.refusals().size(),
        100 * plan.gap(),
        atOnce(sites, jobs) - plan.cost(),
        atOnce(sites, jobs),
        heap >> 20);
  }

  /** What the jobs would cost if each ran at its home as soon as it may, limits or not. */
  private static double atOnce(List<FleetSite> sites, List<FleetJob> jobs) {
    double cost = 0;
    for (FleetJob job : jobs) {
      int home = 0;
      for (FleetJob.Option option : job.options()) {
        home = option.transferKwh() == 0 ? option.site() : home;
      }
      SlotJob work = job.work();
      cost +=
          job.powerKw()
              * 0.5
              * sites.get(home).costs().sum(work.earliest(), work.earliest() + work.slots());
    }
    return cost;
  }
}
