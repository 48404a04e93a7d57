package org.skywatt.ingest.field;

/**
 * A variable of a NetCDF or Zarr file.
 *
 * @param variable its name in the file; for a stacked array, the name of the layer
 * @param standardName CF standard name; empty where there is none
 * @param units as the file writes them; empty where it does not
 */
public record CfCode(String variable, String standardName, String units) implements FieldCode {
  @Override
  public String parameter() {
    return variable;
  }
}
