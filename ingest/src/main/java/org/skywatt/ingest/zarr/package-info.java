/**
 * Zarr stores, version 2 and 3, in folders and zip files: metadata, chunks and shards. What the
 * arrays mean is said in {@code cf}.
 */
package org.skywatt.ingest.zarr;
