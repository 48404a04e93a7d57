/**
 * Data of GRIB messages to numbers: every packing of editions 1 and 2 as pure functions from bytes
 * to floats in scan order, NaN where missing. {@link org.skywatt.ingest.grib.packing.Grib1Data
 * Grib1Data} and {@link org.skywatt.ingest.grib.packing.Grib2Data Grib2Data} are the doors; each
 * other class is one packing or a part of one. Bad bytes end in an IllegalArgumentException whose
 * text says what is wrong; the caller adds file and message. No length from a file is trusted:
 * memory is bounded by the number of points, which the caller has checked, and by the bytes that
 * are there.
 */
package org.skywatt.ingest.grib.packing;
