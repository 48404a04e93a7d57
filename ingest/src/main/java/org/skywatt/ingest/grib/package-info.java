/**
 * GRIB editions 1 and 2 (WMO Manual on Codes, WMO-No. 306, volume I.2, FM 92): a streaming reader,
 * whose sections are read in the packages below, and a small writer for simulated and test fields.
 * No sources here: what a code means to Skywatt is said elsewhere.
 */
package org.skywatt.ingest.grib;
