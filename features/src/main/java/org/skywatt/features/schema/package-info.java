/**
 * The features: each with name, unit, source and formula. One code path computes them for training,
 * backtest and live.
 */
package org.skywatt.features.schema;
