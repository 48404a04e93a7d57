package org.skywatt.cli.report;

import java.util.List;

/** A table of an HTML page; the first cell of a row is its heading. */
final class Table {
  private final StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>");

  Table(String caption, List<String> heads) {
    html.append("<caption>").append(Text.escape(caption)).append("</caption><thead><tr>");
    for (String head : heads) {
      html.append("<th scope=\"col\">").append(Text.escape(head)).append("</th>");
    }
    html.append("</tr></thead><tbody>");
  }

  /** A row of plain cells. */
  Table row(String head, List<String> cells) {
    return styled(head, cells.stream().map(cell -> new Cell("", cell)).toList());
  }

  /** Text and the class of its style. */
  record Cell(String style, String text) {}

  Table styled(String head, List<Cell> cells) {
    html.append("<tr><th scope=\"row\">").append(Text.escape(head)).append("</th>");
    for (Cell cell : cells) {
      html.append(cell.style.isEmpty() ? "<td>" : "<td class=\"" + cell.style + "\">");
      html.append(Text.escape(cell.text)).append("</td>");
    }
    html.append("</tr>");
    return this;
  }

  String html() {
    return html + "</tbody></table></div>";
  }

  /** Hidden until it is asked for. */
  String folded(String summary) {
    return "<details><summary>" + Text.escape(summary) + "</summary>" + html() + "</details>";
  }
}
