package org.skywatt.cli.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Json;
import org.skywatt.cli.pipeline.SkillTable;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.Card;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and shows bundles. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Lists, compares, promotes and explains trained models.",
    subcommands = {
      CompareCommand.class,
      PromoteCommand.class,
      RollbackCommand.class,
      ExplainCommand.class,
      ExportCommand.class
    },
    footer = {"", "Example:", "  skywatt models list"})
public final class ModelsCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "All models, with score, cost and size; a star marks those that forecast now.",
      footer = {"", "Example: skywatt models list"})
  int list(@Mixin DirOption dir) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BundleStore store = new BundleStore(dir.open().bundles());
    List<Card> cards = store.list();
    for (Card card : cards) {
      boolean forecasts =
          store.findId(card.technology(), Instant.now()).filter(card.id()::equals).isPresent();
      out.printf(
          Locale.ROOT,
          "%s %-28s  %d sites  CRPS %.4f of capacity  %.0f J (%s)  %d kB%n",
          forecasts ? "*" : " ",
          card.id(),
          card.sites().size(),
          card.validation().overall().crps(),
          card.joules(),
          card.energyTier(),
          card.sizeBytes() / 1000);
    }
    if (cards.isEmpty()) {
      out.println("no model is trained yet: skywatt train");
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "One model's card.",
      footer = {"", "Example: skywatt models show solar-20260601t060000z"})
  int show(
      @Mixin DirOption dir,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--json", description = "Print card.json.") boolean json)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Card card = new BundleStore(dir.open().bundles()).getCard(id);
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(card));
    } else {
      SkillTable.print(card, out);
      CardText.print(card, out);
    }
    out.flush();
    return 0;
  }
}
