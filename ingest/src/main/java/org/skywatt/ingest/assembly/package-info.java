/**
 * A run of a weather model at sites, put together out of sampled fields that may come from many
 * files in any order: totals and buckets become means over steps, wind gets its components,
 * humidity is derived. Knows no files and no grids.
 */
package org.skywatt.ingest.assembly;
