/** The newest run as a fields file, for places that are no registered sites. */
package org.skywatt.ingest.publish;
