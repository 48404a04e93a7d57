package org.skywatt.ingest.field;

/**
 * A variable of a NetCDF or Zarr file.
 *
 * @param variable its name in the file; for a stacked array, the name of the layer
 * @param standardName CF standard name; empty where there is none
 * @param units as the file writes them; empty where it does not
 * @param centre who made it, as the file writes it ({@code GRIB_centre}, else {@code institution});
 *     empty where it does not. Units that a file leaves out are known of some centres only
 * @param longName for people; empty where there is none
 */
public record CfCode(
    String variable, String standardName, String units, String centre, String longName)
    implements FieldCode {
  /** Of a file that names no centre and says no more of the variable. */
  public CfCode(String variable, String standardName, String units) {
    this(variable, standardName, units, "", "");
  }

  @Override
  public String parameter() {
    return variable;
  }
}
