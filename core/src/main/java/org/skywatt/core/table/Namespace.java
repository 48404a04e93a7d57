package org.skywatt.core.table;

import java.util.regex.Pattern;

/**
 * A set of tables that belong together: the live ones, or those of one archive.
 *
 * @param name lower-case letters, digits and underscores, starting with a letter
 */
public record Namespace(String name) {
  private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** The catalog of every Skywatt table. */
  public static final String CATALOG = "skywatt";

  /** The tables that live sources fill. */
  public static final Namespace LIVE = new Namespace("live");

  public Namespace {
    if (!VALID.matcher(name).matches()) {
      throw new IllegalArgumentException("namespace '" + name + "' must match " + VALID);
    }
  }

  /** The table's full name in SQL. */
  public String qualified(Table table) {
    return CATALOG + "." + name + "." + table.tableName();
  }
}
