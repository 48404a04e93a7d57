package org.skywatt.serving.access;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a caller may do; each role may do what the ones before it may. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Also changes sites, availability, portfolios, and posts generation and jobs. */
  OPERATOR,
  /** Also issues and revokes keys. */
  ADMIN;

  /** {@code VIEWER} as annotations name it. */
  public static final String VIEWERS = "viewer";

  /** {@code OPERATOR} as annotations name it. */
  public static final String OPERATORS = "operator";

  /** {@code ADMIN} as annotations name it. */
  public static final String ADMINS = "admin";

  /** The name in JSON and tables, such as {@code viewer}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of a name as {@link #text()} gives it.
   *
   * @throws IllegalArgumentException if no role has that name
   */
  public static Role parse(String text) {
    for (Role role : values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("role '" + text + "' must be viewer, operator or admin");
  }

  /** The names of this role and of those that it includes. */
  Set<String> included() {
    Set<String> names = new TreeSet<>();
    for (Role role : values()) {
      if (role.compareTo(this) <= 0) {
        names.add(role.text());
      }
    }
    return names;
  }
}
