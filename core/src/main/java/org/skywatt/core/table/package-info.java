/**
 * Names, columns, keys and partitions of the tables. What a table means is told in DESIGN's laws.
 */
package org.skywatt.core.table;
