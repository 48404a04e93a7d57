package org.skywatt.serving.site;

import org.skywatt.core.site.Location;

/** Where a registered site is, and whose. */
public record Place(String siteId, String organisation, boolean wind, Location location) {}
