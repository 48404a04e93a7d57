/** Opening NetCDF-3 files through NetCDF-Java without a trace beside them. */
package org.skywatt.ingest.netcdf;
