/**
 * Decoders of Zarr chunks, by the names that numcodecs (Zarr v2) and the Zarr v3 specification give
 * them. Each is a pure function from bytes to bytes that never gives more than it is allowed.
 */
package org.skywatt.ingest.zarr.codec;
