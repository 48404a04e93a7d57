/** Elevation models (GeoTIFF) and what the ground does to a site: slope, horizon, sky view. */
package org.skywatt.ingest.terrain;
