/**
 * Images of Meteosat's SEVIRI as disseminated in HRIT: segments of a channel, and the prologue with
 * its calibration (CGMS 03, EUM/MSG/ICD/105).
 */
package org.skywatt.ingest.hrit;
