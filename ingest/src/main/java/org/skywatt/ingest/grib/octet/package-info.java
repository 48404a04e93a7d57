/** The octets of a GRIB section, numbered from 1 as in the WMO's manual. */
package org.skywatt.ingest.grib.octet;
