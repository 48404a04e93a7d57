/**
 * A small consistent world that needs no data: weather, a weather model, a satellite, terrain and
 * plants, written as files of the real formats. All of it is a pure function of a seed and absolute
 * time, and all of it says SIMULATED.
 */
package org.skywatt.ingest.simulated;
