/** Scenarios of sites, which depend on each other as errors of forecasts do. */
package org.skywatt.serving.scenario;
