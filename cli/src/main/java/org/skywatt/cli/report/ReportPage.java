package org.skywatt.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.skywatt.models.evaluate.Evaluated;

/** The whole page. */
public final class ReportPage {
  private static final String STYLE = "report.css";

  private ReportPage() {}

  /** Writes the page of {@code scores} to {@code file}, making its folder. */
  public static void write(Path file, About about, Evaluated scores) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, html(about, scores));
  }

  static String html(About about, Evaluated scores) throws IOException {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width,");
    html.append("initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/><title>");
    html.append(Text.escape(about.title())).append("</title><style>").append(style());
    html.append("</style></head><body><main><h1>").append(Text.escape(about.title()));
    html.append("</h1>");
    if (scores.overall() == null) {
      html.append("<p class=\"lead\">Nothing to score: no forecast has an outcome yet.</p>");
    } else {
      html.append(Summary.html(about, scores));
      html.append(BaselineSection.html(scores));
      html.append(CalibrationSection.html(scores));
      html.append(SliceSection.html(scores));
      html.append(UseSection.html(scores));
      html.append(StabilitySection.html(scores.flipFlop()));
    }
    return html.append(made(about)).append("</main></body></html>\n").toString();
  }

  private static String made(About about) {
    return String.format(
        Locale.ROOT,
        "<section><h2>How this was made</h2><p>By this command, which took %.0f s; the forecasts"
            + " took %.0f J (%s):</p><pre>%s</pre><p>Everything was fitted, baselines too, to what"
            + " was known before the forecasts that it made. The same scores, in full, are in what"
            + " <code>--json</code> writes.</p></section>",
        about.seconds(),
        about.joules(),
        Text.escape(about.energyTier()),
        Text.escape(about.command()));
  }

  private static String style() throws IOException {
    try (var in = ReportPage.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
