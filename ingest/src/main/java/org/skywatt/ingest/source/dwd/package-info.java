/**
 * Deutscher Wetterdienst's ICON models (open data, CC-BY-4.0: name Deutscher Wetterdienst).
 *
 * <p>Quirks. A GRIB2 file a variable and step, each wrapped in bzip2, in a folder a variable and
 * hour of the day, where tomorrow's run takes the place of today's; nothing older is kept. Only
 * whole files can be fetched. Global radiation is not there: it is the sum of direct and diffuse
 * ({@code ASWDIR_S}, {@code ASWDIFD_S}), means since the start of the run. Wind above 10 m is on
 * model levels and is not fetched. ICON-D2 also has files on its triangular grid, which are left.
 * What is reported as the whole run is what the looked-at folders hold of it.
 */
package org.skywatt.ingest.source.dwd;
