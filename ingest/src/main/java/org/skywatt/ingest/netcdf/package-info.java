/**
 * NetCDF-3 and NetCDF-4 (HDF5) files through NetCDF-Java, without a trace beside them and whatever
 * they hold. What the arrays mean is said in {@code cf}.
 */
package org.skywatt.ingest.netcdf;
