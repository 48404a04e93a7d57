/**
 * The fields file: one immutable Arrow IPC file with the weather of one run over an area, for
 * places that are no registered sites; with its writer and its memory-mapped reader.
 */
package org.skywatt.core.field;
