package org.skywatt.cli.report;

import java.util.List;
import java.util.Locale;
import org.skywatt.models.evaluate.Evaluated;

/** How much forecasts of one step go to and fro from run to run. */
final class StabilitySection {
  private StabilitySection() {}

  /** Empty where no step was foretold by three runs. */
  static String html(List<Evaluated.FlipFlop> flipFlop) {
    if (flipFlop.isEmpty() || flipFlop.get(0).index() == null) {
      return "";
    }
    Table table =
        new Table(
            "Medians of one step, run after run",
            List.of("", "Steps", "Flip-flop index", "Above 2%", "Change from run to run"));
    for (Evaluated.FlipFlop each : flipFlop) {
      table.row(
          each.by().equals(Evaluated.FORECAST) ? "the forecasts" : Text.name(each.by()),
          List.of(
              String.format(Locale.ROOT, "%,d", each.events()),
              Text.percent(each.index()),
              Text.whole(each.aboveTwoPercent()),
              Text.percent(each.revision())));
    }
    Table teeth = new Table("By the hour of the issue, UTC", List.of("", "Runs", "Stands out by"));
    for (Evaluated.Tooth each : flipFlop.get(0).teeth()) {
      teeth.row(
          String.format(Locale.ROOT, "%02d", each.issueHour()),
          List.of(String.format(Locale.ROOT, "%,d", each.n()), Text.percent(each.mean())));
    }
    return "<section><h2>From run to run</h2><p>The flip-flop index is what the forecasts of one step"
        + " travelled beyond the range that they covered, a run: a steady correction costs nothing, to"
        + " and fro does. It does not ask what came. A run stands out by what it says that the next"
        + " takes back.</p>"
        + table.html()
        + teeth.folded("Runs that stand out, by hour")
        + "</section>";
  }
}
