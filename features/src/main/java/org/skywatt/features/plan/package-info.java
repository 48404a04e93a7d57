/** When forecasts are issued, and for which steps. */
package org.skywatt.features.plan;
