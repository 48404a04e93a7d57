/** The service's settings, clock, and the checks made before it listens. */
package org.skywatt.serving.config;
