package org.skywatt.cli.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.skywatt.features.quality.Finding;
import org.skywatt.features.quality.QualityReport;
import org.skywatt.ingest.csv.Rejections;

/**
 * The report as JSON: an array, one object a series. Sizes and confidences that a finding has not
 * are absent; all spans are listed.
 */
final class QualityJson {
  private QualityJson() {}

  static ArrayNode of(List<CheckedSeries> all, Rejections rejections, ObjectMapper mapper) {
    ArrayNode array = mapper.createArrayNode();
    for (CheckedSeries each : all) {
      QualityReport report = each.report();
      ObjectNode node = array.addObject();
      if (!each.series().siteId().isEmpty()) {
        node.put("siteId", each.series().siteId());
      }
      node.put("rows", report.rows());
      node.put("refused", rejections.count());
      node.put("from", report.from().toString());
      node.put("to", report.to().toString());
      node.put("stepSeconds", each.series().stepSeconds());
      node.put("capacityKw", report.capacityKw());
      report
          .plane()
          .ifPresent(
              plane ->
                  node.putObject("plane")
                      .put("tiltDeg", plane.tiltDeg())
                      .put("azimuthDeg", plane.azimuthDeg()));
      ArrayNode findings = node.putArray("findings");
      each.findings().forEach(finding -> add(findings.addObject(), finding));
      ArrayNode capacities = node.putArray("capacities");
      for (QualityReport.Capacity capacity : report.capacities()) {
        capacities
            .addObject()
            .put("from", capacity.from().toString())
            .put("to", capacity.to().toString())
            .put("kw", capacity.kw());
      }
    }
    return array;
  }

  /** {@code CAPACITY_CHANGE} as {@code capacity-change}. */
  static String name(Finding.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void add(ObjectNode node, Finding finding) {
    node.put("kind", name(finding.kind()));
    node.put("reason", finding.reason());
    node.put("rows", finding.rows());
    if (!Double.isNaN(finding.size())) {
      node.put("size", finding.size());
    }
    if (!Double.isNaN(finding.confidence())) {
      node.put("confidence", finding.confidence());
    }
    ArrayNode spans = node.putArray("spans");
    for (Finding.Span span : finding.spans()) {
      spans
          .addObject()
          .put("from", span.from().toString())
          .put("to", span.to().toString())
          .put("rows", span.rows());
    }
  }
}
