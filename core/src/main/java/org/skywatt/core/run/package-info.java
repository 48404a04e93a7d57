/**
 * The run file: one immutable Arrow IPC file that holds every site's forecast of one run, with its
 * writer and its memory-mapped reader. Nothing here knows where runs are kept or served.
 */
package org.skywatt.core.run;
