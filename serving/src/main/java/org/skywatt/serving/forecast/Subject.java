package org.skywatt.serving.forecast;

import java.util.List;
import org.skywatt.serving.format.JsonBytes;

/**
 * What a forecast is of.
 *
 * @param field the name of its id in answers, such as {@code siteId}
 * @param sites how many sites were added up; 0 for a site by itself
 * @param missing members that the run does not have, and that are not in the sum
 */
public record Subject(String field, String id, int sites, List<String> missing) {
  static final String SITE = "siteId";

  static Subject site(String id) {
    return new Subject(SITE, id, 0, List.of());
  }

  /** The id if the field has this name, else null. */
  public String idIf(String name) {
    return field.equals(name) ? id : null;
  }

  /** The beginning of an answer. */
  void write(JsonBytes out) {
    out.raw("{").text(field).raw(":").text(id);
    if (field.equals(SITE)) {
      return;
    }
    out.raw(",\"sites\":").number(sites, 0).raw(",\"missingSites\":[");
    for (int i = 0; i < missing.size(); i++) {
      out.raw(i == 0 ? "" : ",").text(missing.get(i));
    }
    out.raw("]");
  }
}
