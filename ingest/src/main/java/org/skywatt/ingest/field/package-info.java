/**
 * One gridded field as every reader gives it, whatever the format of its file: what it is of, in
 * the words of the format; where and when it holds; and its values on a grid.
 */
package org.skywatt.ingest.field;
