package org.skywatt.models.wrong;

import ucar.nc2.NetcdfFile;

/** Wrong on purpose: NetCDF-Java outside ingest. */
public record ReadsNetcdf(NetcdfFile file) {}
