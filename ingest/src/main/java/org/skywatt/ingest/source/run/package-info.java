/**
 * Fetches runs as sources plan them: what is complete, once, checked against its index; what is
 * missing is told. Learns how long each source takes to publish.
 */
package org.skywatt.ingest.source.run;
