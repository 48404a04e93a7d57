/**
 * ECMWF's open data (CC-BY-4.0: name ECMWF; no account needed).
 *
 * <p>Quirks. A step is one GRIB2 file in CCSDS packing; beside it lies {@code .index}, a JSON
 * object a line with {@code _offset} and {@code _length}. The runs of 06 and 18 UTC are shorter;
 * before IFS cycle 50r1 (12 May 2026) they lay in another stream ({@code scda}), and still do on
 * mirrors. Radiation, precipitation and other totals are sums since the start of the run. The
 * ensemble's files hold all members of a step. The official server keeps a few days and limits
 * connections; older runs are on mirrors ({@code --url}).
 */
package org.skywatt.ingest.source.ecmwf;
