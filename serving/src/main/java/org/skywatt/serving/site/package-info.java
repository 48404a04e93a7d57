/** Sites: read from the published registry, kept in PostgreSQL, listed over HTTP. */
package org.skywatt.serving.site;
