/** Solar and wind sites: what a forecast is for. Values are validated on construction. */
package org.skywatt.core.site;
