/**
 * JPEG 2000 code streams (ISO/IEC 15444-1, ITU-T T.800) of one component, as GRIB has them: both
 * wavelets, all progressions, tiles, layers and code-block styles, to the numbers that were coded.
 * No colours, files around the stream, regions of interest or packed packet headers: these are
 * refused by name. {@link org.skywatt.ingest.grib.jpeg2000.CodeStream CodeStream} is the door. Bad
 * bytes end in an IllegalArgumentException.
 */
package org.skywatt.ingest.grib.jpeg2000;
