/** Proper scores of probabilistic forecasts, and tests of their differences, as published. */
package org.skywatt.models.score;
