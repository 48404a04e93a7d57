/** Forecasts of a site, or of sites together, and a site's own over HTTP. */
package org.skywatt.serving.forecast;
