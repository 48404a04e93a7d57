package org.skywatt.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Plots of whole kinds: lines over leads, bars by slices, the reliability diagram. */
final class Charts {
  private Charts() {}

  /** How a plot is called and told. */
  record Caption(String id, String title, String description) {}

  /**
   * Lines over the lead, in minutes.
   *
   * @param marks values that are marked by a dashed line
   */
  static String byLead(
      Caption caption,
      List<Series> series,
      List<Double> marks,
      DoubleFunction<String> label,
      String name) {
    double first = Double.POSITIVE_INFINITY;
    double last = 1;
    for (Series each : series) {
      first = Math.min(first, smallest(each.x()));
      last = Math.max(last, greatest(each.x()));
    }
    Across across =
        new Across(
            first < last ? first : 0,
            last,
            leadTicks(first, last),
            x -> Text.lead((int) x),
            "lead");
    return lines(caption, series, marks, label, name, across);
  }

  /** The horizontal axis of lines. */
  record Across(
      double first, double last, List<Double> ticks, DoubleFunction<String> label, String name) {}

  /** Lines from zero up. */
  static String lines(
      Caption caption,
      List<Series> series,
      List<Double> marks,
      DoubleFunction<String> label,
      String name,
      Across across) {
    double most = 0;
    for (Series each : series) {
      most = Math.max(most, Math.max(greatest(each.y()), greatest(each.upper())));
    }
    Axis up = Axis.over(0, most, Plot.BOTTOM, Plot.TOP);
    Axis axis = new Axis(across.first, across.last, Plot.LEFT + 6, Plot.RIGHT - 6);
    Plot plot = new Plot(caption.id(), caption.title(), caption.description());
    plot.vertical(up, label, name);
    plot.horizontal(axis, across.ticks, across.label, across.name);
    marks.forEach(mark -> plot.line("mark", Plot.LEFT, up.at(mark), Plot.RIGHT, up.at(mark)));
    for (int i = series.size() - 1; i >= 0; i--) {
      plot.series(series.get(i), axis, up);
    }
    return plot.svg();
  }

  /** Round leads, at most eight. */
  static List<Double> leadTicks(double first, double last) {
    int[] steps = {15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400};
    for (int step : steps) {
      if ((last - first) / step <= 8) {
        List<Double> ticks = new ArrayList<>();
        for (double at = Math.ceil(first / step) * step; at <= last; at += step) {
          ticks.add(at);
        }
        return ticks;
      }
    }
    return List.of(first, last);
  }

  /** A bar of a slice with its interval, beside a mark for what it is compared with. */
  record Bar(String name, double value, double lower, double upper, double mark) {}

  /** Upright bars; names are left out where there is no room. */
  static String bars(Caption caption, List<Bar> bars, DoubleFunction<String> label, String name) {
    double most = 0;
    for (Bar bar : bars) {
      most = Math.max(most, greatest(new double[] {bar.value, bar.upper, bar.mark}));
    }
    Axis up = Axis.over(0, most, Plot.BOTTOM, Plot.TOP);
    Axis axis = new Axis(0, bars.size(), Plot.LEFT + 4, Plot.RIGHT - 2);
    Plot plot = new Plot(caption.id(), caption.title(), caption.description());
    plot.vertical(up, label, name);
    plot.horizontal(axis, List.of(), x -> "", "");
    int longest = bars.stream().mapToInt(bar -> bar.name.length()).max().orElse(1);
    double width = axis.at(1) - axis.at(0);
    int every = (int) Math.max(1, Math.ceil((longest * 7.0 + 6) / width));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double middle = axis.at(i + 0.5);
      double half = Math.min(0.36 * width, 26);
      plot.rectangle(
          "bar s0", middle - half, up.at(bar.value), 2 * half, Plot.BOTTOM - up.at(bar.value));
      if (!Double.isNaN(bar.lower)) {
        plot.line("whisker", middle, up.at(bar.lower), middle, up.at(bar.upper));
      }
      if (!Double.isNaN(bar.mark)) {
        plot.line("against", middle - half, up.at(bar.mark), middle + half, up.at(bar.mark));
      }
      if (i % every == 0) {
        plot.text("tick", middle, Plot.BOTTOM + 18, bar.name);
      }
    }
    return plot.svg();
  }

  /** Lines over a square of probabilities with its diagonal. */
  static String reliability(Caption caption, Series series) {
    Axis up = new Axis(0, 1, Plot.BOTTOM, Plot.TOP);
    Axis across = new Axis(0, 1, Plot.LEFT, Plot.RIGHT);
    return new Plot(caption.id(), caption.title(), caption.description())
        .vertical(up, Text::whole, "share of outcomes at most there")
        .horizontal(across, across.ticks(), Text::whole, "level of the quantile")
        .line("mark", Plot.LEFT, Plot.BOTTOM, Plot.RIGHT, Plot.TOP)
        .series(series, across, up)
        .svg();
  }

  /** Bars side by side without gaps, with a line where all would be if calibrated. */
  static String histogram(Caption caption, double[] shares) {
    double even = 1.0 / shares.length;
    Axis up = Axis.over(0, Math.max(2 * even, greatest(shares)), Plot.BOTTOM, Plot.TOP);
    Axis across = new Axis(0, shares.length, Plot.LEFT, Plot.RIGHT);
    Plot plot = new Plot(caption.id(), caption.title(), caption.description());
    plot.vertical(up, Text::whole, "share of outcomes");
    for (int i = 0; i < shares.length; i++) {
      plot.rectangle(
          "bar s0",
          across.at(i) + 1,
          up.at(shares[i]),
          across.at(1) - across.at(0) - 2,
          Plot.BOTTOM - up.at(shares[i]));
    }
    Axis levels = new Axis(0, 1, Plot.LEFT, Plot.RIGHT);
    plot.horizontal(levels, levels.ticks(), Text::whole, "where in its forecast power fell");
    return plot.line("mark", Plot.LEFT, up.at(even), Plot.RIGHT, up.at(even)).svg();
  }

  private static double greatest(double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double each : values == null ? new double[0] : values) {
      greatest = each > greatest ? each : greatest;
    }
    return greatest;
  }

  private static double smallest(double[] values) {
    double smallest = Double.POSITIVE_INFINITY;
    for (double each : values) {
      smallest = each < smallest ? each : smallest;
    }
    return smallest;
  }
}
