/**
 * Sites: read from the published registry, kept in PostgreSQL, listed over HTTP, and held by place.
 */
package org.skywatt.serving.site;
