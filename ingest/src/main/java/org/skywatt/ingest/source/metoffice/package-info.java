/**
 * The Met Office's models from its public bucket (CC-BY-SA-4.0 / Open Government Licence: name the
 * Met Office; no account needed).
 *
 * <p>Quirks. A NetCDF file a diagnostic and step: {@code
 * uk-deterministic-2km/20260601T0000Z/20260601T0100Z-PT0001H00M-temperature_at_screen_level.nc},
 * where the file's own time is the valid time. Whole files only; the UK model is on a Lambert
 * equal-area grid. Wind is speed and direction; radiation is at instants. Totals over periods have
 * the period's length at the end of their name and are not fetched.
 */
package org.skywatt.ingest.source.metoffice;
