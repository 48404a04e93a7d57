/** Horns Rev 1: hourly power of an offshore wind farm beside the day's ECMWF forecast, in CSV. */
package org.skywatt.ingest.hornsrev;
