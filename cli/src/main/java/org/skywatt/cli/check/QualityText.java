package org.skywatt.cli.check;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.skywatt.features.quality.Finding;
import org.skywatt.features.quality.QualityReport;
import org.skywatt.ingest.csv.Rejections;

/** The report for people: a line a finding, with the first places where it is. */
final class QualityText {
  private static final int PLACES = 3;

  private QualityText() {}

  static void print(PrintWriter out, List<CheckedSeries> all, Rejections rejections) {
    for (CheckedSeries each : all) {
      print(out, each);
    }
    if (rejections.count() > 0) {
      out.println("refused " + rejections.count() + " rows:");
      rejections.reasons().forEach(reason -> out.println("  " + reason));
    }
  }

  private static void print(PrintWriter out, CheckedSeries each) {
    QualityReport report = each.report();
    String site = each.series().siteId();
    out.println(
        (site.isEmpty() ? "" : site + ": ")
            + format(
                "%d rows of %s from %s to %s, capacity %.4g kW%s",
                report.rows(),
                Duration.ofSeconds(each.series().stepSeconds()).toString().substring(2),
                report.from(),
                report.to(),
                report.capacityKw(),
                each.plant().capacityKw() > 0 ? "" : " (the most it gives: none was told)"));
    report
        .plane()
        .ifPresent(
            plane ->
                out.println(
                    format(
                        "  modules tilted %.0f° towards %.0f°%s",
                        plane.tiltDeg(),
                        plane.azimuthDeg(),
                        each.plant().plane().isPresent() ? "" : " (as the power suggests)")));
    if (each.plant().location().isEmpty()) {
      out.println("  no place was told: nothing is checked against the sun");
    }
    List<Finding> findings = each.findings();
    if (findings.isEmpty()) {
      out.println("  nothing was found wrong");
    }
    for (Finding finding : findings) {
      String sure =
          Double.isNaN(finding.confidence())
              ? ""
              : format(" (confidence %.3g)", finding.confidence());
      out.println("  " + QualityJson.name(finding.kind()) + ": " + finding.reason() + sure);
      out.println("    " + places(finding));
    }
    if (report.capacities().size() > 1) {
      out.println("  effective capacity:");
      for (QualityReport.Capacity capacity : report.capacities()) {
        out.println(format("    %s to %s  %.4g kW", capacity.from(), capacity.to(), capacity.kw()));
      }
    }
  }

  private static String places(Finding finding) {
    StringBuilder text = new StringBuilder(format("%d rows: ", finding.rows()));
    List<Finding.Span> spans = finding.spans();
    for (int i = 0; i < Math.min(PLACES, spans.size()); i++) {
      text.append(i == 0 ? "" : ", ");
      text.append(spans.get(i).from()).append(" to ").append(spans.get(i).to());
    }
    if (spans.size() > PLACES) {
      text.append(format(" and %d more places", spans.size() - PLACES));
    }
    return text.toString();
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
