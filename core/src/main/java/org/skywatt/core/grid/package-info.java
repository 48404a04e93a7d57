/**
 * Grids of points and where a place lies in them: regular and reduced grids of latitude and
 * longitude, the same about a moved pole, and regular grids on a projection's plane. Whatever a
 * format says of a grid becomes one of these; only indices and weights go on from here.
 */
package org.skywatt.core.grid;
