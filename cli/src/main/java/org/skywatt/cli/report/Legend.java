package org.skywatt.cli.report;

import java.util.List;

/** Names of the lines of a plot, with their colours and dashes. */
final class Legend {
  private Legend() {}

  static String of(List<Series> series) {
    StringBuilder html = new StringBuilder("<ul class=\"legend\">");
    for (Series each : series) {
      html.append("<li><svg viewBox=\"0 0 30 8\" aria-hidden=\"true\"><path class=\"line s");
      html.append(each.style()).append("\" d=\"M0 4L30 4\"/></svg>");
      html.append(Text.escape(each.name())).append("</li>");
    }
    return html.append("</ul>").toString();
  }
}
