package org.skywatt.core.site;

import java.io.Serializable;

/**
 * A point on the earth.
 *
 * @param latitude degrees north, WGS84, −90 to 90
 * @param longitude degrees east, WGS84, −180 to 180
 * @param elevationM metres above mean sea level, −500 to 9000
 */
public record Location(double latitude, double longitude, double elevationM)
    implements Serializable {
  public Location {
    Require.within("latitude", latitude, -90, 90, "degrees north");
    Require.within("longitude", longitude, -180, 180, "degrees east");
    Require.within("elevation", elevationM, -500, 9000, "m");
  }
}
