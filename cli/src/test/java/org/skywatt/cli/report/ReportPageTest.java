package org.skywatt.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.skywatt.models.evaluate.Evaluated;
import org.skywatt.models.evaluate.Evaluation;
import org.skywatt.models.evaluate.ScoredStep;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTest {
  private static final String HOSTILE = "<script>alert(\"&amp;\")</script>";
  private static final About ABOUT =
      new About("Two <plants>", "By day.", "skywatt backtest --sites 'a&b'", 12, "modelled", 3);

  /** Outcomes uniform within a band of the forecast that is {@code stretch} times as wide. */
  private static Evaluated scores(int days, double stretch, List<String> sites) {
    Random random = new Random(3);
    Evaluation evaluation = new Evaluation(List.of("persistence", "quantile-climatology"));
    for (String site : sites) {
      for (int day = 0; day < days; day++) {
        Instant issue = Instant.parse("2026-02-01T00:00:00Z").plus(Duration.ofDays(day));
        for (int lead = 1; lead <= 6; lead++) {
          double[] percentiles = new double[99];
          double[] wide = new double[99];
          for (int i = 0; i < 99; i++) {
            percentiles[i] = 0.5 + 0.2 * stretch * ((i + 1) / 100.0 - 0.5);
            wide[i] = (i + 1) / 100.0;
          }
          evaluation.add(
              new ScoredStep(
                  site,
                  issue,
                  issue.plus(Duration.ofHours(lead)),
                  "full",
                  day % 2 == 0 ? "clear" : "overcast",
                  100,
                  0.5 + 0.2 * (random.nextDouble() - 0.5),
                  percentiles,
                  new double[][] {lead == 6 ? null : new double[] {0.3}, wide}));
        }
      }
    }
    return evaluation.scores();
  }

  /** What a browser would read, if it were as strict as XML. */
  private static Document parsed(String html) throws Exception {
    String body = html.substring(html.indexOf("<html"));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void isWholeAloneAndTold() throws Exception {
    String html = ReportPage.html(ABOUT, scores(30, 1, List.of("a", HOSTILE)));
    Document page = parsed(html);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(html).doesNotContain("http", "url(", "@import", "src=", "NaN");
    NodeList plots = page.getElementsByTagName("svg");
    Set<String> ids = new HashSet<>();
    int told = 0;
    for (int i = 0; i < plots.getLength(); i++) {
      Element plot = (Element) plots.item(i);
      if (plot.getAttribute("aria-hidden").isEmpty()) {
        told++;
        Element title = (Element) plot.getElementsByTagName("title").item(0);
        Element description = (Element) plot.getElementsByTagName("desc").item(0);
        assertThat(plot.getAttribute("role")).isEqualTo("img");
        assertThat(plot.getAttribute("aria-labelledby"))
            .isEqualTo(title.getAttribute("id") + " " + description.getAttribute("id"));
        assertThat(description.getTextContent()).isNotBlank();
        assertThat(ids.add(title.getAttribute("id"))).isTrue();
      }
    }
    assertThat(told).isGreaterThanOrEqualTo(8);
    assertThat(page.getElementsByTagName("table").getLength()).isGreaterThanOrEqualTo(told);
    assertThat(page.getDocumentElement().getTextContent()).contains(HOSTILE);
  }

  @Test
  void saysWhatIsGoodAndWhatIsNot() throws Exception {
    String good = ReportPage.html(ABOUT, scores(40, 1, List.of("a")));
    assertThat(good).contains("better</strong> than the best baseline, quantile climatology");
    assertThat(good).contains(", as it should.");
    String narrow = ReportPage.html(ABOUT, scores(40, 0.3, List.of("a")));
    assertThat(narrow).contains("it is too narrow.").contains("▼");
    assertThat(narrow).contains("skywatt backtest --sites 'a&amp;b'");
  }

  @Test
  void littleOrNothingIsSaidToBeSo() throws Exception {
    assertThat(ReportPage.html(ABOUT, scores(1, 1, List.of("a")))).contains("So few days");
    parsed(ReportPage.html(ABOUT, scores(1, 1, List.of("a"))));
    String nothing = ReportPage.html(ABOUT, new Evaluation(List.of()).scores());
    parsed(nothing);
    assertThat(nothing).contains("Nothing to score");
  }
}
