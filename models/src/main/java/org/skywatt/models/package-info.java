/** Baselines, training, calibration, scoring, backtests, energy, bundles and publication. */
package org.skywatt.models;
