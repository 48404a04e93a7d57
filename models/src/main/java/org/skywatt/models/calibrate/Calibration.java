package org.skywatt.models.calibrate;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
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

  private static final long DAY_SECONDS = 86_400;

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
    return maps.getOrDefault(cell(tier, range(lead)), LevelMap.identity());
  }

  private static int range(Duration lead) {
    double hours = lead.toMinutes() / 60.0;
    int range = 0;
    while (range < BUCKETS_HOURS.length && hours > BUCKETS_HOURS[range]) {
      range++;
    }
    return range;
  }

  private static String cell(InputTier tier, int range) {
    return tier.text() + "/" + range;
  }

  /** Collects outcomes by cell, then fits. */
  public static final class Fitter {
    private final Map<InputTier, Map<Integer, MetLevels>> byTier = new EnumMap<>(InputTier.class);

    /**
     * @param validTime of the outcome
     * @param level where in the model's own distribution the outcome was met, in [0, 1]
     */
    public void add(InputTier tier, Duration lead, Instant validTime, double level) {
      long day = Math.floorDiv(validTime.getEpochSecond(), DAY_SECONDS);
      byTier
          .computeIfAbsent(tier, any -> new TreeMap<>())
          .computeIfAbsent(range(lead), any -> new MetLevels())
          .add(level, day);
    }

    /**
     * A map a cell. One of a tier without weather starts from the map of all leads of its tier: the
     * model, which saw few rows of it, is not believed where outcomes are few.
     */
    public Calibration fit() {
      Map<String, LevelMap> maps = new TreeMap<>();
      byTier.forEach(
          (tier, byRange) -> {
            LevelMap prior =
                tier.compareTo(InputTier.NO_NWP) < 0 ? LevelMap.identity() : overall(byRange);
            byRange.forEach(
                (range, met) ->
                    maps.put(
                        cell(tier, range), LevelMap.fit(met.levels(), met.independent(), prior)));
          });
      return new Calibration(maps);
    }

    private static LevelMap overall(Map<Integer, MetLevels> byRange) {
      MetLevels all = new MetLevels();
      byRange.values().forEach(all::addAll);
      return LevelMap.fit(all.levels(), all.independent(), LevelMap.identity());
    }
  }
}
