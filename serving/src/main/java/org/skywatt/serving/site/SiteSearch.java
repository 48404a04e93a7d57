package org.skywatt.serving.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.serving.problem.ProblemException;

/**
 * Which sites are asked for. All conditions hold together.
 *
 * @param technology null for any
 * @param text part of the id or name, in any case; null for any
 * @param area null for anywhere
 */
record SiteSearch(String technology, String text, Area area) {
  private static final int MOST_POINTS = 1000;

  static SiteSearch of(String technology, String text, String box, String polygon) {
    if (technology != null && !technology.equals("solar") && !technology.equals("wind")) {
      throw invalid("technology must be solar or wind");
    }
    if (box != null && polygon != null) {
      throw invalid("one of box and polygon");
    }
    double[][] ring = null;
    if (box != null) {
      double[] sides = numbers(box, 4, 4);
      ring =
          new double[][] {
            {sides[0], sides[1]}, {sides[2], sides[1]}, {sides[2], sides[3]}, {sides[0], sides[3]}
          };
    } else if (polygon != null) {
      double[] flat = numbers(polygon, 6, 2 * MOST_POINTS);
      ring = new double[flat.length / 2][];
      for (int i = 0; i < ring.length; i++) {
        ring[i] = new double[] {flat[2 * i], flat[2 * i + 1]};
      }
    }
    return new SiteSearch(
        technology,
        text == null ? null : text.toLowerCase(Locale.ROOT),
        ring == null ? null : new Area(List.<double[][]>of(ring)));
  }

  private static double[] numbers(String list, int least, int most) {
    String[] items = list.split("[, ]+", -1);
    List<Double> numbers = new ArrayList<>();
    for (String each : items) {
      try {
        numbers.add(Double.parseDouble(each));
      } catch (NumberFormatException e) {
        numbers.add(Double.NaN);
      }
    }
    if (numbers.size() < least
        || numbers.size() > most
        || numbers.size() % 2 != 0
        || numbers.stream().anyMatch(each -> !(Math.abs(each) <= 360))) {
      throw invalid("'" + list + "' must be longitudes and latitudes in turn, in degrees");
    }
    return numbers.stream().mapToDouble(each -> each).toArray();
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-search", detail);
  }

  boolean matches(SiteJson site) {
    return (technology == null || technology.equals(site.technology()))
        && (text == null
            || site.id().contains(text)
            || site.name().toLowerCase(Locale.ROOT).contains(text))
        && (area == null || area.contains(site.longitude(), site.latitude()));
  }
}
