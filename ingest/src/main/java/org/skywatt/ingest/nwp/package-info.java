/** NWP files to samples at sites: codes to canonical variables, accumulations to means. */
package org.skywatt.ingest.nwp;
