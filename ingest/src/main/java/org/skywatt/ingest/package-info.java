/** Readers of files and sources, and the Spark jobs that fill the tables. */
package org.skywatt.ingest;
