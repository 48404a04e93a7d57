/**
 * GEFCom2014 (Hong et al. 2016, doi 10.1016/j.ijforecast.2016.02.001), solar and wind tracks.
 *
 * <p>Quirks: stamps are hour-ending. {@code ssrd strd tsr tp} are accumulated from 00 UTC: the row
 * of 01:00 is the first hour as it stands, 00:00 is the last hour of the day before. Power is a
 * fraction of capacity, up to 1.0036. The archive has no run times: under the as-of law the NWP of
 * a month is available at the month's start, and the power of a month at the start of the next.
 * Locations are undisclosed; solar plants are in south-east Australia.
 */
package org.skywatt.ingest.gefcom2014;
