package org.skywatt.serving.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the earth's surface, bounded by rings whose edges are straight in longitude and
 * latitude. What lies within an odd number of rings belongs to it, so that holes and several
 * polygons need no order. It must not cross the 180th meridian.
 *
 * @param rings points of longitude and latitude, degrees; closed or not
 */
public record Area(List<double[][]> rings) {
  private static final int MOST_POINTS = 20_000;
  private static final int LEAST_OF_A_RING = 4;

  /**
   * The area of a GeoJSON Polygon or MultiPolygon (RFC 7946).
   *
   * @throws IllegalArgumentException if it is none, or has more than 20,000 points
   */
  public static Area ofGeoJson(JsonNode geometry) {
    String type = geometry == null ? "" : geometry.path("type").asText();
    JsonNode coordinates = geometry == null ? null : geometry.get("coordinates");
    List<double[][]> rings = new ArrayList<>();
    switch (type) {
      case "Polygon" -> addPolygon(coordinates, rings);
      case "MultiPolygon" -> {
        requireArray(coordinates);
        coordinates.forEach(each -> addPolygon(each, rings));
      }
      default ->
          throw new IllegalArgumentException("geometry must be a GeoJSON Polygon or MultiPolygon");
    }
    long points = rings.stream().mapToLong(each -> each.length).sum();
    if (points == 0 || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "geometry has " + points + " points, 4 to " + MOST_POINTS + " are possible");
    }
    return new Area(rings);
  }

  private static void requireArray(JsonNode node) {
    if (node == null || !node.isArray()) {
      throw new IllegalArgumentException("geometry: coordinates must be arrays of arrays");
    }
  }

  private static void addPolygon(JsonNode polygon, List<double[][]> rings) {
    requireArray(polygon);
    for (JsonNode ring : polygon) {
      requireArray(ring);
      double[][] points = new double[ring.size()][];
      for (int i = 0; i < points.length; i++) {
        points[i] = point(ring.get(i));
      }
      if (points.length < LEAST_OF_A_RING
          || points[0][0] != points[points.length - 1][0]
          || points[0][1] != points[points.length - 1][1]) {
        throw new IllegalArgumentException(
            "geometry: a ring has at least 4 points and ends where it starts");
      }
      rings.add(points);
    }
  }

  private static double[] point(JsonNode point) {
    double longitude = point.path(0).isNumber() ? point.get(0).asDouble() : Double.NaN;
    double latitude = point.path(1).isNumber() ? point.get(1).asDouble() : Double.NaN;
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "geometry: " + point + " is no longitude and latitude in degrees");
    }
    return new double[] {longitude, latitude};
  }

  /** Whether a point lies within, by the crossings of a ray to the east. */
  public boolean contains(double longitude, double latitude) {
    boolean within = false;
    for (double[][] ring : rings) {
      for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        double[] a = ring[i];
        double[] b = ring[j];
        if ((a[1] > latitude) != (b[1] > latitude)
            && longitude < (b[0] - a[0]) * (latitude - a[1]) / (b[1] - a[1]) + a[0]) {
          within = !within;
        }
      }
    }
    return within;
  }
}
