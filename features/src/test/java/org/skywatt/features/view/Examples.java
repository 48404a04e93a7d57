package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;

/** A site's history, built record by record; every record is known when it is over. */
public final class Examples {
  public static final Duration HOUR = Duration.ofHours(1);

  private static final Location PLACE = new Location(29, 0, 100);
  private static final SiteId ID = new SiteId("a");

  private final Site site;
  private final List<NwpSample> nwp = new ArrayList<>();
  private final List<GenerationSample> generation = new ArrayList<>();
  private final List<SatelliteSample> satellite = new ArrayList<>();

  private Examples(Site site) {
    this.site = site;
  }

  /** 1000 kW at 29° N, 0° E: noon is near 12:00 UTC. */
  public static Examples solar() {
    return new Examples(
        new SolarSite(ID, "A", "demo", PLACE, 1000, 1200, new Mount.Fixed(30, 180)));
  }

  /** 1000 kW at the same place. */
  public static Examples wind() {
    return new Examples(new WindSite(ID, "A", "demo", PLACE, 1000, 80, 90, "V90"));
  }

  /** A run with one step, that tells nothing of {@code missing}. */
  public Examples nwp(Instant initTime, Instant validTime, Variable... missing) {
    float[] values = new float[Variable.COUNT];
    Arrays.fill(values, 1);
    for (Variable variable : missing) {
      values[variable.ordinal()] = Float.NaN;
    }
    nwp.add(new NwpSample("a", "model", 0, initTime, validTime, initTime, values));
    return this;
  }

  /** A clear scan. */
  public Examples scan(Instant time) {
    float[] around = new float[Surroundings.COUNT];
    satellite.add(new SatelliteSample("a", "satellite", time, time, 0, around));
    return this;
  }

  /** Mean power of the hour that ends at {@code end}. */
  public Examples reading(Instant end, double powerKw, GenerationFlag... flags) {
    int bits = 0;
    for (GenerationFlag flag : flags) {
      bits |= flag.bit();
    }
    generation.add(new GenerationSample("a", end.minus(HOUR), end, end, powerKw, bits));
    return this;
  }

  /** What is known at {@code issueTime}. */
  public SiteView at(Instant issueTime) {
    return new SiteHistory(site, nwp, List.of(), generation, satellite, List.of()).at(issueTime);
  }
}
