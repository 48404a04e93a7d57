package org.skywatt.models.calibrate;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Level maps by situation and lead.
 *
 * @param maps by cell name, {@code situation/lead range}; a cell that is absent is not corrected
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

  /** The map for a forecast in {@code situation} at {@code lead}. */
  public LevelMap get(Situation situation, Duration lead) {
    return get(situation, range(lead));
  }

  /** The map for a forecast in {@code situation} of a range of leads. */
  public LevelMap get(Situation situation, int range) {
    return maps.getOrDefault(cell(situation, range), LevelMap.identity());
  }

  /** How many ranges of leads there are. */
  public static int ranges() {
    return BUCKETS_HOURS.length + 1;
  }

  /** The range of a lead, from 0. */
  public static int range(Duration lead) {
    double hours = lead.toMinutes() / 60.0;
    int range = 0;
    while (range < BUCKETS_HOURS.length && hours > BUCKETS_HOURS[range]) {
      range++;
    }
    return range;
  }

  private static String cell(Situation situation, int range) {
    return situation.text() + "/" + range;
  }

  /** Collects outcomes by cell, then fits. */
  public static final class Fitter implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<Situation, Map<Integer, MetLevels>> bySituation =
        new EnumMap<>(Situation.class);

    /**
     * @param validTime of the outcome
     * @param level where in the model's own distribution the outcome was met, in [0, 1]
     */
    public void add(Situation situation, Duration lead, Instant validTime, double level) {
      long day = Math.floorDiv(validTime.getEpochSecond(), DAY_SECONDS);
      bySituation
          .computeIfAbsent(situation, any -> new TreeMap<>())
          .computeIfAbsent(range(lead), any -> new MetLevels())
          .add(level, day);
    }

    /** Adds what another has collected. */
    public void addAll(Fitter other) {
      other.bySituation.forEach(
          (situation, byRange) ->
              byRange.forEach(
                  (range, met) ->
                      bySituation
                          .computeIfAbsent(situation, any -> new TreeMap<>())
                          .computeIfAbsent(range, any -> new MetLevels())
                          .addAll(met)));
    }

    /**
     * A map a cell. Where weather or readings lack it starts from the map of all leads: the model,
     * which saw few such rows, is not believed where outcomes are few. Bands of a plant without
     * readings are at least as wide as those of one with all inputs.
     */
    public Calibration fit() {
      Map<String, LevelMap> maps = new TreeMap<>();
      bySituation.forEach(
          (situation, byRange) -> {
            LevelMap prior =
                situation.compareTo(Situation.NO_READINGS) < 0
                    ? LevelMap.identity()
                    : overall(byRange);
            byRange.forEach(
                (range, met) ->
                    maps.put(
                        cell(situation, range),
                        LevelMap.fit(met.levels(), met.independent(), prior)));
          });
      for (int range = 0; range <= BUCKETS_HOURS.length; range++) {
        LevelMap known = maps.get(cell(Situation.FULL, range));
        if (known != null) {
          maps.computeIfPresent(
              cell(Situation.NO_READINGS, range), (cell, map) -> map.atLeast(known));
        }
      }
      return new Calibration(maps);
    }

    private static LevelMap overall(Map<Integer, MetLevels> byRange) {
      MetLevels all = new MetLevels();
      byRange.values().forEach(all::addAll);
      return LevelMap.fit(all.levels(), all.independent(), LevelMap.identity());
    }
  }
}
