/** Forecasts of grid carbon intensity from its own past and that of its neighbours. */
package org.skywatt.green.intensity;
