/**
 * Reference forecasts that every model must beat, over a plant's own series of intervals; those
 * over rows of features are {@link org.skywatt.models.reference}.
 */
package org.skywatt.models.baseline;
