/**
 * GRIB edition 2 (WMO Manual on Codes, WMO-No. 306, volume I.2, FM 92): a streaming reader, and a
 * small writer for simulated and test fields. No sources here: what a code means to Skywatt is said
 * in {@code nwp}.
 */
package org.skywatt.ingest.grib;
