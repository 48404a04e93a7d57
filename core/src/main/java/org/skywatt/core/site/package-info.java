/**
 * Solar and wind sites: what a forecast is for, and which are neighbours. Values are validated on
 * construction.
 */
package org.skywatt.core.site;
