/** {@code skywatt ingest}: files into tables, and their upkeep. */
package org.skywatt.cli.ingest;
