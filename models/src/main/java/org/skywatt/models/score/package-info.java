/** Proper scores of probabilistic forecasts, as published. */
package org.skywatt.models.score;
