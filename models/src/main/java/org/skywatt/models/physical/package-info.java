/**
 * Forecasts from physics alone, for sites of which nothing was learned yet: the plant's data and
 * the weather model give the middle, an assumed error of the weather gives the bands.
 */
package org.skywatt.models.physical;
