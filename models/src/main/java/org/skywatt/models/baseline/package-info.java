/** Reference forecasts that every model must beat. */
package org.skywatt.models.baseline;
