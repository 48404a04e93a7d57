/** Satellite images to cloud index at sites and around them. */
package org.skywatt.ingest.satellite;
