/** Wind at hub height: vertical profiles, air density and power curves. Pure functions. */
package org.skywatt.core.wind;
