package org.skywatt.models.calibrate;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.core.run.InputTier;

/**
 * Level maps by input tier and lead.
 *
 * @param maps by cell name, {@code tier/lead bucket}; a cell that is absent is not corrected
 */
public record Calibration(Map<String, LevelMap> maps) implements Serializable {
  /** Upper ends of the lead buckets, hours; the last bucket is open. */
  private static final double[] BUCKETS_HOURS = {1, 2, 4, 8, 16, 28};

  public Calibration {
    maps = Map.copyOf(maps);
  }

  /** Upper ends of the ranges of leads, in hours; the last range is open. */
  public static double[] rangesHours() {
    return BUCKETS_HOURS.clone();
  }

  public static Calibration none() {
    return new Calibration(Map.of());
  }

  /** The map for a forecast of {@code tier} at {@code lead}. */
  public LevelMap get(InputTier tier, Duration lead) {
    return maps.getOrDefault(cell(tier, lead), LevelMap.identity());
  }

  private static String cell(InputTier tier, Duration lead) {
    double hours = lead.toMinutes() / 60.0;
    int bucket = 0;
    while (bucket < BUCKETS_HOURS.length && hours > BUCKETS_HOURS[bucket]) {
      bucket++;
    }
    return tier.text() + "/" + bucket;
  }

  /** Collects outcomes by cell, then fits. */
  public static final class Fitter {
    private final Map<String, List<Double>> met = new TreeMap<>();

    /**
     * @param level where in the model's own distribution the outcome was met, in [0, 1]
     */
    public void add(InputTier tier, Duration lead, double level) {
      met.computeIfAbsent(cell(tier, lead), cell -> new ArrayList<>()).add(level);
    }

    public Calibration fit() {
      Map<String, LevelMap> maps = new TreeMap<>();
      met.forEach(
          (cell, levels) ->
              maps.put(
                  cell, LevelMap.fit(levels.stream().mapToDouble(Double::doubleValue).toArray())));
      return new Calibration(maps);
    }
  }
}
