package org.skywatt.cli.green;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Json;
import org.skywatt.cli.UsageException;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.window.GreenWindow;
import org.skywatt.green.window.PortfolioForecast;
import org.skywatt.green.window.WindowException;
import org.skywatt.green.window.WindowPlan;
import org.skywatt.green.window.WindowPlanner;
import org.skywatt.green.window.WindowRequest;
import org.skywatt.models.publish.DirectoryRunStore;

/** Green windows from the newest published run, without a service. */
final class PublishedWindows {
  private PublishedWindows() {}

  static JsonNode plan(DataHome home, WindowQuery query, Instant now) throws IOException {
    try (DirectoryRunStore store = DirectoryRunStore.open(home.published().resolve("runs"))) {
      Optional<RunFile> run = store.latest();
      if (run.isEmpty()) {
        throw new IOException(
            "nothing is published in " + home.published() + ": skywatt forecast does that");
      }
      RunHeader header = run.get().header();
      WindowPlan plan =
          WindowPlanner.plan(
              PortfolioForecast.sum(header, forecasts(run.get(), query.sites())),
              new WindowRequest(
                  now, query.earliest(), query.deadline(), query.duration(), query.top()));
      return json(header, plan, now, home.isSimulated());
    } catch (WindowException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static List<SiteForecast> forecasts(RunFile run, List<String> ids) {
    List<SiteForecast> forecasts = new ArrayList<>();
    if (ids.isEmpty()) {
      for (int i = 0; i < run.siteCount(); i++) {
        forecasts.add(run.get(i));
      }
    }
    for (String id : ids) {
      forecasts.add(
          run.find(new SiteId(id))
              .orElseThrow(
                  () ->
                      new UsageException(
                          "site '" + id + "' is not in run " + run.header().runId())));
    }
    return forecasts;
  }

  private static ObjectNode json(
      RunHeader header, WindowPlan plan, Instant now, boolean simulated) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("runId", header.runId());
    node.put("issueTime", header.issueTime().toString());
    node.put("nextRunExpected", header.nextRunExpected().toString());
    node.put("stale", now.isAfter(header.nextRunExpected()));
    if (simulated) {
      node.put("simulated", true);
    }
    node.put("model", header.model());
    node.set("levels", Json.MAPPER.valueToTree(header.levels().toArray()));
    node.put("searchedUntil", plan.searchedUntil().toString());
    node.set("now", window(plan.now()));
    ArrayNode windows = node.putArray("windows");
    plan.windows().forEach(each -> windows.add(window(each)));
    node.put("joules", header.joules());
    node.put("energyTier", header.energyTier().text());
    node.put("licence", header.licence());
    return node;
  }

  private static ObjectNode window(GreenWindow window) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("start", window.start().toString());
    node.put("end", window.end().toString());
    ObjectNode energy = node.putObject("greenKwh");
    if (Double.isNaN(window.meanKwh())) {
      energy.putNull("mean");
      energy.putNull("quantiles");
    } else {
      energy.put("mean", window.meanKwh());
      energy.set("quantiles", Json.MAPPER.valueToTree(window.quantilesKwh()));
    }
    return node;
  }
}
