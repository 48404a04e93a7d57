/** Grids of gridded sources and interpolation from them to sites. */
package org.skywatt.ingest.grid;
