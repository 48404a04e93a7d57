/**
 * Forecasts from published weather for sites that no run has: by the published model, else by
 * physics.
 */
package org.skywatt.serving.physical;
