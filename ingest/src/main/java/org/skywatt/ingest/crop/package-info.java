/**
 * Fields of weather model runs as they were read, cropped to the served area and kept for some
 * days: what a run's rows are made from, when files of it come late, and what a new site is sampled
 * from.
 */
package org.skywatt.ingest.crop;
