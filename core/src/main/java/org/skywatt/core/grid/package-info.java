/** Regular latitude-longitude grids and where a point lies in them. */
package org.skywatt.core.grid;
