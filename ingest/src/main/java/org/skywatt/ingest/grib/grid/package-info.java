/**
 * Grid definitions of GRIB: section 3 of edition 2 and section 2 of edition 1, as grids of {@code
 * core.grid} and the order in which a file walks them. WMO Manual on Codes, WMO-No. 306, volume
 * I.2; grid types are named as ecCodes names them.
 */
package org.skywatt.ingest.grib.grid;
