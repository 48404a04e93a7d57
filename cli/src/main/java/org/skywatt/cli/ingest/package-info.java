/** {@code skywatt ingest}: files into tables. */
package org.skywatt.cli.ingest;
