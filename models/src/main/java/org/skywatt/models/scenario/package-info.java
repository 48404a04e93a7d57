/** Courses that power may take, at several sites and steps together, out of quantile forecasts. */
package org.skywatt.models.scenario;
