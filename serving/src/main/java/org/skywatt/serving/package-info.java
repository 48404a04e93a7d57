/**
 * The service: forecasts and green windows over HTTP. It reads PostgreSQL and published, immutable
 * files, and never a table or a weather file.
 */
package org.skywatt.serving;
