package org.skywatt.ingest.sampling;

/** Which points of a grid stand for a site, and with what weight. */
public enum Method {
  /** The four points around it, by their distance. */
  BILINEAR,
  /** The heaviest of these alone: a value that the model has, nothing smoothed. */
  NEAREST,
  /**
   * Of the four points only those of the site's own kind, land or sea. A wind site is at sea where
   * the mask, interpolated, is below one half; every other site is on land. Bilinear where none of
   * the four is of its kind, and where no mask of the grid is known.
   */
  LAND_SEA,
  /**
   * The four points, each the lighter the more its height differs from the site's. Bilinear where
   * the heights of the grid are not known.
   */
  TERRAIN
}
