/**
 * Where the sun is and what reaches the ground under a clear sky: NREL SPA, clear-sky models,
 * transposition to tilted and tracking planes, and their means over intervals. Pure functions.
 */
package org.skywatt.core.solar;
