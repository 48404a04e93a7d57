/**
 * Rasters of the ground: GeoTIFF, SRTM tiles and ESRI's grids in ASCII, told by their content, each
 * with its grid on the earth.
 */
package org.skywatt.ingest.raster;
