/**
 * Arrow IPC files: their footer, read so that record batches can be mapped into memory, and a
 * writer of plain tables. What the batches of run files hold is known to the packages of the files.
 */
package org.skywatt.core.arrow;
