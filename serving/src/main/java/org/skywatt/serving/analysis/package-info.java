/** What can be read out of one site's forecast: energy, chances, ramps; and its clear sky. */
package org.skywatt.serving.analysis;
