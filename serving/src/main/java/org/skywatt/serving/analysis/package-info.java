/** What can be read out of a forecast: energy, chances, ramps, scenarios; and a clear sky. */
package org.skywatt.serving.analysis;
