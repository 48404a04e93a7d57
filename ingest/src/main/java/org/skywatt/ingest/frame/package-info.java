/**
 * Satellite frames that are kept, cropped to the served area, for 30 days, and what is computed
 * from them at sites. What a frame gives is a function of the kept frames that could be known with
 * it: nothing else is remembered.
 */
package org.skywatt.ingest.frame;
