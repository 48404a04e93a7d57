package org.skywatt.serving.group;

import org.skywatt.core.site.SiteId;
import org.skywatt.serving.problem.ProblemException;

/** The two ways of putting sites together. */
public enum GroupKind {
  /** Names its sites. */
  PORTFOLIO("portfolio"),
  /** Holds the sites within an area. */
  REGION("region");

  private final String text;

  GroupKind(String text) {
    this.text = text;
  }

  /** The name in tables and codes. */
  public String text() {
    return text;
  }

  /** The name of its id in answers. */
  public String field() {
    return text + "Id";
  }

  /**
   * @throws ProblemException (400) if the text is no id
   */
  String parse(String id) {
    try {
      return new SiteId(id).value();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "invalid-" + text + "-id", e.getMessage().replace("site id", text + " id"));
    }
  }

  /** The problem of an id that there is not, or that the caller does not see. */
  ProblemException unknown(String id) {
    return ProblemException.notFound(
        "unknown-" + text,
        "no " + text + " has the id " + id + "; GET /v1/" + text + "s lists all");
  }

  ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-" + text, detail);
  }
}
