/** Lists folders of object stores and web servers; what comes from there is not trusted. */
package org.skywatt.ingest.source.listing;
