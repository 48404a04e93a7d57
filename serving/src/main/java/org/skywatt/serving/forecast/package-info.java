/** One site's forecast over HTTP. */
package org.skywatt.serving.forecast;
