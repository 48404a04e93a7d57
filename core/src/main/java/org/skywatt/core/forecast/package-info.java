/** Quantile levels and probabilistic forecasts that are sorted and bounded by construction. */
package org.skywatt.core.forecast;
