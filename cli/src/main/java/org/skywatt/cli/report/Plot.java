package org.skywatt.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Parts that all plots have: the frame, axes, a title and a description for those who hear it. */
final class Plot {
  static final double WIDTH = 520;
  static final double HEIGHT = 310;
  static final double LEFT = 58;
  static final double RIGHT = 506;
  static final double TOP = 14;
  static final double BOTTOM = 262;

  private final StringBuilder svg = new StringBuilder();

  /**
   * @param id unique on the page
   * @param title what it shows, in a few words
   * @param description what one sees in it
   */
  Plot(String id, String title, String description) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                + "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>",
            WIDTH,
            HEIGHT,
            id,
            id,
            id,
            Text.escape(title),
            id,
            Text.escape(description)));
  }

  /** Grid lines and values of the vertical axis, and what it counts. */
  Plot vertical(Axis axis, DoubleFunction<String> label, String name) {
    for (double tick : axis.ticks()) {
      line("grid", LEFT, axis.at(tick), RIGHT, axis.at(tick));
      text("tick end", LEFT - 6, axis.at(tick) + 4, label.apply(tick));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"axis\" transform=\"translate(13 %.1f) rotate(-90)\">%s</text>",
            (TOP + BOTTOM) / 2,
            Text.escape(name)));
    return this;
  }

  /** Values of the horizontal axis at {@code ticks}, and what it counts. */
  Plot horizontal(Axis axis, List<Double> ticks, DoubleFunction<String> label, String name) {
    line("frame", LEFT, BOTTOM, RIGHT, BOTTOM);
    for (double tick : ticks) {
      line("frame", axis.at(tick), BOTTOM, axis.at(tick), BOTTOM + 4);
      text("tick", axis.at(tick), BOTTOM + 18, label.apply(tick));
    }
    text("axis", (LEFT + RIGHT) / 2, HEIGHT - 8, name);
    return this;
  }

  Plot line(String style, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            style,
            x1,
            y1,
            x2,
            y2));
    return this;
  }

  Plot text(String style, double x, double y, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            style,
            x,
            y,
            Text.escape(text)));
    return this;
  }

  Plot rectangle(String style, double x, double y, double width, double height) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            style,
            x,
            y,
            Math.max(0, width),
            Math.max(0, height)));
    return this;
  }

  Plot dot(String style, double x, double y) {
    svg.append(
        String.format(
            Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", style, x, y));
    return this;
  }

  /** Lines with their intervals. */
  Plot series(Series series, Axis across, Axis up) {
    if (series.lower() != null) {
      band(series, across, up);
    }
    StringBuilder path = new StringBuilder();
    boolean down = false;
    for (int i = 0; i < series.x().length; i++) {
      if (Double.isNaN(series.y()[i])) {
        down = false;
        continue;
      }
      path.append(down ? "L" : "M").append(point(across.at(series.x()[i]), up.at(series.y()[i])));
      down = true;
    }
    svg.append("<path class=\"line s").append(series.style());
    svg.append("\" d=\"").append(path).append("\"/>");
    if (series.x().length == 1) {
      dot("dot s" + series.style(), across.at(series.x()[0]), up.at(series.y()[0]));
    }
    return this;
  }

  private void band(Series series, Axis across, Axis up) {
    StringBuilder there = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (int i = 0; i < series.x().length; i++) {
      if (!Double.isNaN(series.lower()[i]) && !Double.isNaN(series.upper()[i])) {
        double x = across.at(series.x()[i]);
        there.append(there.length() == 0 ? "M" : "L").append(point(x, up.at(series.upper()[i])));
        back.insert(0, "L" + point(x, up.at(series.lower()[i])));
      }
    }
    if (there.length() > 0) {
      svg.append("<path class=\"band s").append(series.style());
      svg.append("\" d=\"").append(there).append(back).append("Z\"/>");
    }
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f %.1f", x, y);
  }

  /** The plot as it stands in a page. */
  String svg() {
    return svg + "</svg>";
  }
}
