package org.skywatt.core.site;

import java.io.Serializable;

/** How the modules of a solar site face the sky. */
public sealed interface Mount extends Serializable {

  /**
   * Modules that do not move.
   *
   * @param tiltDeg degrees from horizontal, 0 to 90
   * @param azimuthDeg direction that the modules face, degrees clockwise from north, 0 to 360
   */
  record Fixed(double tiltDeg, double azimuthDeg) implements Mount {
    public Fixed {
      Require.within("tilt", tiltDeg, 0, 90, "degrees");
      Require.within("azimuth", azimuthDeg, 0, 360, "degrees clockwise from north");
    }
  }

  /**
   * A horizontal single-axis tracker.
   *
   * @param axisAzimuthDeg direction of the axis, degrees clockwise from north, 0 to 360
   * @param maxAngleDeg greatest rotation either way, degrees, 0 to 90
   * @param groundCoverRatio module width over row distance, above 0 to 1
   */
  record SingleAxisTracker(double axisAzimuthDeg, double maxAngleDeg, double groundCoverRatio)
      implements Mount {
    public SingleAxisTracker {
      Require.within("axis azimuth", axisAzimuthDeg, 0, 360, "degrees clockwise from north");
      Require.within("greatest tracker angle", maxAngleDeg, 0, 90, "degrees");
      Require.positive("ground cover ratio", groundCoverRatio, "fraction");
      Require.within("ground cover ratio", groundCoverRatio, 0, 1, "fraction");
    }
  }
}
