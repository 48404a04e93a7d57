/**
 * The footer of Arrow IPC files, read so that record batches can be mapped into memory. What the
 * batches hold is known to the packages of the files.
 */
package org.skywatt.core.arrow;
