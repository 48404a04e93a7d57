/** How good the forecasts were, by the readings that came after them. */
package org.skywatt.serving.accuracy;
