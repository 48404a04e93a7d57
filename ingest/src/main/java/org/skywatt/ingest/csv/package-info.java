/** CSV tables, and those that people write: metered generation and lists of sites. */
package org.skywatt.ingest.csv;
