/**
 * Fields of array files by the CF conventions, whatever stores the arrays: coordinates, grids, time
 * and calendars, levels, members, cell methods and packed values. NetCDF and Zarr are stores of
 * {@link org.skywatt.ingest.cf.CfDataset}.
 */
package org.skywatt.ingest.cf;
