package org.skywatt.core.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * By how much a site's forecast was moved for what its forecasts of the last days got wrong.
 *
 * @param change energy of the whole forecast as it is, over what it was, − 1; above −1
 * @param days days with readings that this was found from, at least 1
 */
public record SiteAdjustment(double change, int days) {
  public SiteAdjustment {
    if (!(change > -1 && change < Double.POSITIVE_INFINITY) || days < 1) {
      throw new IllegalArgumentException("no adjustment: " + change + " from " + days + " days");
    }
  }

  /** Adjustments by site id as text: {@code id=change/days} with commas between. */
  static String text(Map<String, SiteAdjustment> adjustments) {
    StringBuilder text = new StringBuilder();
    adjustments.forEach(
        (site, each) ->
            text.append(text.length() == 0 ? "" : ",")
                .append(site + "=" + each.change + "/" + each.days));
    return text.toString();
  }

  /**
   * The adjustments of {@link #text}.
   *
   * @throws IllegalArgumentException if {@code text} is something else
   */
  static Map<String, SiteAdjustment> parse(String text) {
    Map<String, SiteAdjustment> adjustments = new LinkedHashMap<>();
    for (String each : text.split(",", -1)) {
      int equals = each.indexOf('=');
      int slash = each.lastIndexOf('/');
      if (equals < 1 || slash < equals) {
        throw new IllegalArgumentException("metadata adjustments hold no adjustment: " + each);
      }
      try {
        double change = Double.parseDouble(each.substring(equals + 1, slash));
        int days = Integer.parseInt(each.substring(slash + 1));
        adjustments.put(each.substring(0, equals), new SiteAdjustment(change, days));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("metadata adjustments hold no number: " + each, e);
      }
    }
    return adjustments;
  }
}
