/**
 * Map projections of the grids that weather models and satellites use: from the earth to a plane
 * and back. Formulas are Snyder's (<i>Map Projections: A Working Manual</i>, USGS Professional
 * Paper 1395, 1987) unless a class names another source. No datum shifts: latitudes are those of
 * the projection's own ellipsoid.
 */
package org.skywatt.core.projection;
