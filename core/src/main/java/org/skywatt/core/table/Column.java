package org.skywatt.core.table;

/**
 * A column.
 *
 * @param name snake case, ending with the unit where the type doesn't say it
 * @param sqlType type as SQL writes it: {@code STRING}, {@code TIMESTAMP}, {@code ARRAY<FLOAT>} …
 */
public record Column(String name, String sqlType) {}
