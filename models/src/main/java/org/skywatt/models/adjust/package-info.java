/** How a site's forecast is moved for what its forecasts of the last days got wrong. */
package org.skywatt.models.adjust;
