/**
 * A folder of this machine into which something else puts files. Quirk: a file may still be written
 * while it is seen, so it is read only after it has not changed for a while.
 */
package org.skywatt.ingest.source.local;
