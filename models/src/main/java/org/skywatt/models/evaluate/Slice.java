package org.skywatt.models.evaluate;

import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Steps that have something in common.
 *
 * @param order of slices of a kind
 * @param value as people read it
 */
public record Slice(Kind kind, int order, String value) implements Serializable, Comparable<Slice> {
  /** All steps. */
  public static final Slice ALL = new Slice(Kind.ALL, 0, "all");

  private static final List<String> SEASONS = List.of("Dec–Feb", "Mar–May", "Jun–Aug", "Sep–Nov");

  /** What is in common. */
  public enum Kind {
    ALL,
    /** Minutes from the issue to the step's end. */
    LEAD,
    /** Hour of the day (UTC) in which the step ends; a full hour belongs to the hour before. */
    HOUR,
    SEASON,
    MONTH,
    /** Class of the weather as foretold. */
    WEATHER,
    SITE,
    /** Inputs that the forecast had. */
    TIER;

    /** As in JSON. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The slices that a step belongs to.
   *
   * @param lead in minutes
   */
  static List<Slice> of(ScoredStep step, int lead) {
    OffsetDateTime within =
        Instant.ofEpochSecond(step.validTime().getEpochSecond() - 1).atOffset(ZoneOffset.UTC);
    int hour = within.getHour();
    int month = within.getMonthValue();
    int season = month % 12 / 3;
    List<Slice> slices = new ArrayList<>(8);
    slices.add(ALL);
    slices.add(new Slice(Kind.LEAD, lead, Integer.toString(lead)));
    slices.add(new Slice(Kind.HOUR, hour, Integer.toString(hour)));
    slices.add(new Slice(Kind.SEASON, season, SEASONS.get(season)));
    slices.add(new Slice(Kind.MONTH, month, Integer.toString(month)));
    slices.add(new Slice(Kind.SITE, 0, step.siteId()));
    slices.add(new Slice(Kind.TIER, 0, step.tier()));
    if (!step.weather().isEmpty()) {
      slices.add(new Slice(Kind.WEATHER, 0, step.weather()));
    }
    return slices;
  }

  @Override
  public int compareTo(Slice other) {
    int byKind = kind.compareTo(other.kind);
    int byOrder = byKind != 0 ? byKind : Integer.compare(order, other.order);
    return byOrder != 0 ? byOrder : value.compareTo(other.value);
  }
}
