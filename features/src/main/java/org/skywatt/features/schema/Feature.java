package org.skywatt.features.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A feature.
 *
 * @param name unique within a schema, snake case
 * @param unit SI, {@code deg} for angles, {@code 1} for a fraction, {@code h} for hours
 * @param sources the inputs without any one of which it cannot be known
 * @param group what it is about; ablations leave out whole groups
 * @param why what a model can tell by it, in a few words
 */
public record Feature(
    String name, String unit, Set<Source> sources, Group group, String why, Formula formula) {
  /** Where a feature comes from. */
  public enum Source {
    NWP,
    SATELLITE,
    GENERATION,
    TERRAIN,
    SITE,
    TIME
  }

  /** What a feature is about. */
  public enum Group {
    /** Sun, clear sky, and how the modules face. */
    GEOMETRY,
    /** Hour, day of the year, and the lead of the forecast. */
    CALENDAR,
    /** The weather model's values for the step itself. */
    NWP,
    /** The weather model at the steps around: lags, leads, means and spreads over time. */
    NWP_SHAPE,
    /** What the newest run says less what the run before said. */
    NWP_CHANGE,
    /** Disagreement of ensemble members and of weather models. */
    NWP_SPREAD,
    /** The weather model at neighbouring sites. */
    NEIGHBOURS,
    /** Clouds as a satellite sees them. */
    SATELLITE,
    /** What the plant itself did. */
    GENERATION,
    /** Power by the plant's physics in the forecast weather. */
    PHYSICAL_POWER,
    /** The shape of the ground. */
    TERRAIN,
    /** How old each input is, and which are missing. */
    AGE;

    /** As people write it: lower case, with hyphens. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The group that people write as {@code text}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Group of(String text) {
      for (Group group : values()) {
        if (group.text().equals(text)) {
          return group;
        }
      }
      throw new IllegalArgumentException(
          "there is no group of features '"
              + text
              + "'; there are "
              + Arrays.stream(values()).map(Group::text).collect(Collectors.joining(", ")));
    }

    /**
     * Places of the features of {@code wanted} groups.
     *
     * @param of whose features they are, for the error
     * @param groups the group of each feature, in order
     * @throws IllegalArgumentException if a wanted group has no feature
     */
    public static List<Integer> places(String of, List<Group> groups, Set<Group> wanted) {
      for (Group group : wanted) {
        if (!groups.contains(group)) {
          throw new IllegalArgumentException(
              of
                  + " has no features of group "
                  + group.text()
                  + "; it has "
                  + groups.stream().distinct().sorted().map(Group::text).toList());
        }
      }
      return IntStream.range(0, groups.size())
          .filter(i -> wanted.contains(groups.get(i)))
          .boxed()
          .toList();
    }
  }

  public Feature {
    sources = Set.copyOf(sources);
  }

  /** Of the group that its source suggests; why it is there is said by {@link #because}. */
  public Feature(String name, String unit, Set<Source> sources, Formula formula) {
    this(name, unit, sources, suggested(sources), "", formula);
  }

  public Feature(String name, String unit, Source source, Formula formula) {
    this(name, unit, Set.of(source), formula);
  }

  /** The same, with its group and the reason why it is there. */
  public Feature because(Group itsGroup, String reason) {
    return new Feature(name, unit, sources, itsGroup, reason, formula);
  }

  private static Group suggested(Set<Source> sources) {
    if (sources.contains(Source.SATELLITE)) {
      return Group.SATELLITE;
    }
    if (sources.contains(Source.NWP)) {
      return Group.NWP;
    }
    if (sources.contains(Source.GENERATION)) {
      return Group.GENERATION;
    }
    return sources.contains(Source.TERRAIN) ? Group.TERRAIN : Group.GEOMETRY;
  }
}
