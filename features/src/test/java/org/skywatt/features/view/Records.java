package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.core.site.Site;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.physical.PhysicalPower;

/** Random records of four days about a site and its two neighbours, many of them corrected. */
record Records(
    Site site,
    List<NwpSample> nwp,
    List<List<NwpSample>> neighbours,
    List<GenerationSample> generation,
    List<SatelliteSample> satellite,
    List<CapacityChange> changes) {
  static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private static final int HOURS = 96;
  private static final Duration HOUR = Duration.ofHours(1);

  static Records random(Site site, Random random) {
    List<List<NwpSample>> neighbours = List.of(runs("b", random), runs("c", random));
    List<GenerationSample> generation = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      Instant end = START.plus(HOUR.multipliedBy(hour + 1));
      for (int version = 0; version <= random.nextInt(2); version++) {
        generation.add(reading(site, end, end.plusSeconds(random.nextInt(4 * 3600)), random));
      }
    }
    List<SatelliteSample> satellite = new ArrayList<>();
    for (int quarter = 0; quarter < 4 * HOURS; quarter++) {
      Instant scan = START.plusSeconds(900L * quarter);
      satellite.add(scan(site, scan, scan.plusSeconds(60 + random.nextInt(3600)), random));
    }
    List<CapacityChange> changes = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      Instant from = START.plus(Duration.ofDays(day));
      changes.add(change(site, from, from.plusSeconds(random.nextInt(48 * 3600)), random));
    }
    return new Records(site, runs("a", random), neighbours, generation, satellite, changes);
  }

  private static CapacityChange change(Site site, Instant from, Instant available, Random random) {
    double level = 0.3 + 0.7 * random.nextDouble();
    return new CapacityChange(site.id().value(), from, available, level, 1, "changed");
  }

  private static List<NwpSample> runs(String siteId, Random random) {
    List<NwpSample> samples = new ArrayList<>();
    for (int run = 0; run < HOURS; run += 6) {
      Instant init = START.plus(HOUR.multipliedBy(run));
      Instant available = init.plusSeconds(1800 + random.nextInt(6 * 3600));
      for (int step = 0; step <= 48; step++) {
        samples.add(step(siteId, init, init.plus(HOUR.multipliedBy(step)), available, random));
      }
    }
    return samples;
  }

  private static NwpSample step(
      String siteId, Instant init, Instant valid, Instant available, Random random) {
    float[] values = new float[Variable.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(50) == 0 ? Float.NaN : 20 * random.nextFloat() - 5;
    }
    values[Variable.GHI.ordinal()] = 900 * random.nextFloat();
    return new NwpSample(siteId, "model", 0, init, valid, available, values);
  }

  private static GenerationSample reading(
      Site site, Instant end, Instant available, Random random) {
    int flags = random.nextInt(10) == 0 ? GenerationFlag.OUTAGE.bit() : 0;
    double power = site.capacityKw() * random.nextDouble();
    return new GenerationSample(site.id().value(), end.minus(HOUR), end, available, power, flags);
  }

  private static SatelliteSample scan(Site site, Instant scan, Instant available, Random random) {
    float[] around = new float[Surroundings.COUNT];
    for (int i = 0; i < around.length; i++) {
      around[i] = random.nextFloat();
    }
    float[] outlook = new float[CloudOutlook.LEADS];
    float[] spread = new float[CloudOutlook.LEADS];
    for (int i = 0; i < outlook.length; i++) {
      outlook[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextFloat();
      spread[i] = random.nextFloat();
    }
    return new SatelliteSample(
        site.id().value(),
        "satellite",
        scan,
        available,
        random.nextFloat(),
        around,
        new CloudOutlook(
            outlook,
            spread,
            random.nextFloat(),
            random.nextFloat(),
            random.nextFloat(),
            random.nextFloat(),
            random.nextFloat(),
            random.nextFloat()));
  }

  SiteHistory history() {
    return new SiteHistory(
        site, nwp, neighbours, generation, satellite, List.of(), changes, PhysicalPower::of);
  }

  /**
   * The same up to {@code issueTime}; of what became available later everything says something
   * else, and there is as much again of it, about the past too.
   */
  Records changedAfter(Instant issueTime, Random random) {
    List<GenerationSample> readings = new ArrayList<>();
    for (GenerationSample each : generation) {
      boolean later = each.availableAt().isAfter(issueTime);
      readings.add(later ? reading(site, each.end(), each.availableAt(), random) : each);
      readings.add(reading(site, each.end(), after(issueTime, random), random));
    }
    List<SatelliteSample> scans = new ArrayList<>();
    for (SatelliteSample each : satellite) {
      boolean later = each.availableAt().isAfter(issueTime);
      scans.add(later ? scan(site, each.scanTime(), each.availableAt(), random) : each);
      Instant other = each.scanTime().plusSeconds(random.nextInt(900));
      scans.add(scan(site, other, after(issueTime, random), random));
    }
    List<CapacityChange> other = new ArrayList<>();
    for (CapacityChange each : changes) {
      boolean later = each.availableAt().isAfter(issueTime);
      other.add(later ? change(site, each.effectiveFrom(), each.availableAt(), random) : each);
      Instant date = each.effectiveFrom().plusSeconds(random.nextInt(24 * 3600));
      other.add(change(site, date, after(issueTime, random), random));
    }
    return new Records(
        site,
        changed(nwp, issueTime, random),
        neighbours.stream().map(samples -> changed(samples, issueTime, random)).toList(),
        readings,
        scans,
        other);
  }

  private static List<NwpSample> changed(
      List<NwpSample> samples, Instant issueTime, Random random) {
    List<NwpSample> changed = new ArrayList<>();
    for (NwpSample each : samples) {
      boolean later = each.availableAt().isAfter(issueTime);
      Instant available = each.availableAt();
      changed.add(
          later ? step(each.siteId(), each.initTime(), each.validTime(), available, random) : each);
      available = after(issueTime, random);
      changed.add(step(each.siteId(), each.initTime(), each.validTime(), available, random));
    }
    return changed;
  }

  /** From a microsecond to ten hours later. */
  private static Instant after(Instant issueTime, Random random) {
    return random.nextInt(4) == 0
        ? issueTime.plusNanos(1000)
        : issueTime.plusSeconds(1 + random.nextInt(36_000));
  }
}
