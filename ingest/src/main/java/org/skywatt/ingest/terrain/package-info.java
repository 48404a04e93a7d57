/**
 * What the ground does to a site: slope, horizon, sky view, relief, exposure to the wind and
 * distance to the sea, out of elevation rasters and their mosaics.
 */
package org.skywatt.ingest.terrain;
