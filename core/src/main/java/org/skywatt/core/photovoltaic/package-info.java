/**
 * From light on a plane to AC power: losses at the glass, cell temperature, PVWatts, snow and
 * soiling. Pure functions; each names the paper it follows.
 */
package org.skywatt.core.photovoltaic;
