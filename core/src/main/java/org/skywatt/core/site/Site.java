package org.skywatt.core.site;

import java.io.Serializable;

/** A plant whose AC power is forecast. */
public sealed interface Site extends Serializable permits SolarSite, WindSite {
  SiteId id();

  /** What people call it; never blank. */
  String name();

  /** The organisation that owns the site; never blank. */
  String organisation();

  Location location();

  /** AC capacity, kW, positive: power is a fraction of this inside models. */
  double capacityKw();

  /** {@code solar} or {@code wind}, as written in tables and JSON. */
  default String technology() {
    return this instanceof SolarSite ? "solar" : "wind";
  }
}
