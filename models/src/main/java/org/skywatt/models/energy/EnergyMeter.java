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
 * which. What other processes do for this one is modelled by their CPU time.
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
  private final OtherProcesses others;
  private final long cpuNanos;
  private final long wallNanos;
  private final long othersNanos;
  private final long farNanos;

  private EnergyMeter(RaplCounters rapl, OtherProcesses others) {
    this.rapl = rapl;
    this.others = others;
    this.counters = rapl.read();
    this.cpuNanos = processCpuNanos();
    this.wallNanos = System.nanoTime();
    this.othersNanos = others.cpuNanos(true);
    this.farNanos = others.cpuNanos(false);
  }

  /** Work that other processes do for this one. */
  @FunctionalInterface
  public interface OtherProcesses {
    OtherProcesses NONE = here -> 0;

    /**
     * CPU time that they have taken so far, ns.
     *
     * @param here whether those on this machine count, which RAPL counters tell already
     */
    long cpuNanos(boolean here);
  }

  public static EnergyMeter start() {
    return start(OtherProcesses.NONE);
  }

  /** Counts what {@code others} do from now on too, by their CPU time. */
  public static EnergyMeter start(OtherProcesses others) {
    return new EnergyMeter(new RaplCounters(POWERCAP), others);
  }

  static EnergyMeter start(RaplCounters rapl) {
    return start(rapl, OtherProcesses.NONE);
  }

  static EnergyMeter start(RaplCounters rapl, OtherProcesses others) {
    return new EnergyMeter(rapl, others);
  }

  /** Energy since the start; may be asked again. */
  public Energy stop() {
    Optional<Map<Path, long[]>> now = rapl.read();
    if (counters.isPresent() && now.isPresent()) {
      Energy here = new Energy(RaplCounters.joules(counters.get(), now.get()), EnergyTier.MEASURED);
      long far = others.cpuNanos(false) - farNanos;
      return far == 0 ? here : here.plus(new Energy(joules(far), EnergyTier.MODELLED));
    }
    double elsewhere = joules(others.cpuNanos(true) - othersNanos);
    long cpu = processCpuNanos();
    if (cpu >= 0 && cpuNanos >= 0) {
      return new Energy(joules(cpu - cpuNanos) + elsewhere, EnergyTier.MODELLED);
    }
    return new Energy(joules(System.nanoTime() - wallNanos) + elsewhere, EnergyTier.CONSTANT);
  }

  /**
   * The part of the energy since the start that {@code cpuNanos} of the CPU time took: what each of
   * several pieces of work cost that ran side by side.
   */
  public double partOf(long cpuNanos) {
    long all = processCpuNanos() - this.cpuNanos + others.cpuNanos(true) - othersNanos;
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
