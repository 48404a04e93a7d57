/**
 * Values at sites out of fields on grids: weights are found once for a grid and its sites, and
 * applied to every field. Knows grids and sites, no variables and no files.
 */
package org.skywatt.ingest.sampling;
