/**
 * The service called from Java: jobs, plans, heartbeats, windows and settlements over HTTP. Only
 * the JDK and Jackson, so that it fits into any program.
 */
package org.skywatt.client;
