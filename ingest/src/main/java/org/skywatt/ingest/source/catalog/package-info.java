/** All sources there are. */
package org.skywatt.ingest.source.catalog;
