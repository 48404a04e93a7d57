package org.skywatt.models.energy;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.run.EnergyTier;

/**
 * Measures the energy of what happens between {@link #start} and {@link #stop}: RAPL counters by
 * difference where they can be read (the whole package, so neighbours count too), else this
 * process's CPU time at {@link #WATTS_A_CORE}, else wall time at the same power. The tier says
 * which.
 */
public final class EnergyMeter {
  /**
   * Modelled power of one busy core, W: the thermal design power of common server processors over
   * their cores (150 to 280 W over 28 to 64 cores), with a third more for memory and fans.
   */
  public static final double WATTS_A_CORE = 7;

  private static final Path POWERCAP = Path.of("/sys/class/powercap");

  private final RaplCounters rapl;
  private final Optional<Map<Path, long[]>> counters;
  private final long cpuNanos;
  private final long wallNanos;

  private EnergyMeter(RaplCounters rapl) {
    this.rapl = rapl;
    this.counters = rapl.read();
    this.cpuNanos = processCpuNanos();
    this.wallNanos = System.nanoTime();
  }

  public static EnergyMeter start() {
    return new EnergyMeter(new RaplCounters(POWERCAP));
  }

  static EnergyMeter start(RaplCounters rapl) {
    return new EnergyMeter(rapl);
  }

  /** Energy since the start; may be asked again. */
  public Energy stop() {
    Optional<Map<Path, long[]>> now = rapl.read();
    if (counters.isPresent() && now.isPresent()) {
      return new Energy(RaplCounters.joules(counters.get(), now.get()), EnergyTier.MEASURED);
    }
    long cpu = processCpuNanos();
    if (cpu >= 0 && cpuNanos >= 0) {
      return new Energy(joules(cpu - cpuNanos), EnergyTier.MODELLED);
    }
    return new Energy(joules(System.nanoTime() - wallNanos), EnergyTier.CONSTANT);
  }

  /**
   * The part of the energy since the start that {@code cpuNanos} of this process's CPU time took:
   * what each of several pieces of work cost that ran side by side.
   */
  public double partOf(long cpuNanos) {
    long all = processCpuNanos() - this.cpuNanos;
    return all > 0 && this.cpuNanos >= 0 ? stop().joules() * cpuNanos / all : joules(cpuNanos);
  }

  private static double joules(long nanos) {
    return nanos / 1e9 * WATTS_A_CORE;
  }

  /** CPU time of this thread, ns; wall time if the platform does not tell. */
  public static long threadNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported()
        ? threads.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** CPU time of this process, or −1 if the platform does not tell. */
  private static long processCpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
        ? os.getProcessCpuTime()
        : -1;
  }
}
