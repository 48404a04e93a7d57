package org.skywatt.cli.model;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Json;
import org.skywatt.cli.pipeline.OpenHistories;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.ModelBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt models compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Two models on the same past forecasts, made with what was known then, that neither learned",
      "from. A change below zero means that the second is better."
    },
    footer = {
      "",
      "Example:",
      "  skywatt models compare solar-20260601t060000z solar-20260615t060000z"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private ComparedPeriod period;

  @Parameters(index = "0", paramLabel = "FIRST")
  private String first;

  @Parameters(index = "1", paramLabel = "SECOND")
  private String second;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Use no power that became known later (default: now).")
  private String to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    DataHome home = dir.open();
    BundleStore store = new BundleStore(home.bundles());
    ModelBundle one = store.get(first);
    ModelBundle other = store.get(second);
    Instant until = TimeOptions.timeOrNow("--to", to);
    Comparison.Period asked = period.period(Comparison.bothFitted(one.card(), other.card()), until);
    Comparison comparison =
        OpenHistories.use(home, until, histories -> Comparison.of(histories, one, other, asked));
    if (json) {
      spec.commandLine().getOut().println(Json.MAPPER.writeValueAsString(comparison.json()));
    } else {
      comparison.print(spec.commandLine().getOut());
    }
    return 0;
  }
}
