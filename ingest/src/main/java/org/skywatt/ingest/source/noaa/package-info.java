/**
 * NOAA's models from its public buckets (no account needed; United States public domain).
 *
 * <p>Quirks. A step is one large GRIB2 file; beside it lies {@code .idx}, the inventory of wgrib2,
 * which appears when the file is complete. An index line has the offset of a message and not its
 * length: the next message's offset ends it, the last one goes to the end of the file. Messages of
 * two fields (u and v) share an offset. GFS gathers radiation and precipitation rate in averaging
 * buckets that start anew every 6 hours ({@code 6-9 hour ave fcst}), has cloud cover both at
 * instants and averaged, and has no averages at hour zero. HRRR has radiation at instants, and runs
 * to 48 h at 00, 06, 12 and 18 UTC and to 18 h else.
 */
package org.skywatt.ingest.source.noaa;
