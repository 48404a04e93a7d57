/** Forecasts by physics from published weather, for sites that no run has. */
package org.skywatt.serving.physical;
