package org.skywatt.features.job;

import static org.apache.spark.sql.functions.col;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureColumns;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;

/**
 * Computes the rows of a data set: for every site, issue and step, the features that could be known
 * at the issue time. A data set is a partition of the features table and is replaced as a whole, in
 * one commit.
 */
public final class FeatureJob {
  /** How far back from an issue a formula may look. */
  public static final Duration LOOK_BACK = Duration.ofDays(9);

  /** How far beyond the last step a formula may look, for NWP's later steps. */
  public static final Duration LOOK_AHEAD = Duration.ofHours(24);

  private static final Duration SEASON = Duration.ofDays(120);

  private final SparkSession spark;
  private final Namespace namespace;

  public FeatureJob(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /** Writes data set {@code dataset} and returns its rows. */
  public Dataset<Row> run(
      String dataset,
      FeatureSchema schema,
      List<Site> sites,
      Map<String, List<String>> neighbours,
      List<Issue> issues)
      throws NoSuchTableException {
    rows(dataset, schema, sites, neighbours, issues)
        .writeTo(namespace.qualified(Table.FEATURES))
        .overwritePartitions();
    return spark.table(namespace.qualified(Table.FEATURES)).filter(col("dataset").equalTo(dataset));
  }

  /** The rows of {@link #run}, without writing them. */
  public Dataset<Row> rows(
      String dataset,
      FeatureSchema schema,
      List<Site> sites,
      Map<String, List<String>> neighbours,
      List<Issue> issues) {
    JavaRDD<FeatureRow> rows =
        seasons(issues).stream()
            .map(season -> season(dataset, schema.name(), sites, neighbours, season))
            .reduce(JavaRDD::union)
            .orElseThrow(() -> new IllegalArgumentException("no issue to compute rows for"));
    return spark
        .createDataset(rows.rdd(), Encoders.bean(FeatureRow.class))
        .select(
            col("dataset"),
            col("schemaHash").as("schema_hash"),
            col("siteId").as("site_id"),
            col("issueTime").as("issue_time"),
            col("validTime").as("valid_time"),
            col("inputTier").as("input_tier"),
            col("sunDown").as("sun_down"),
            col("features"));
  }

  /**
   * Issues in runs of at most {@link #SEASON}: a task holds what a site's issues of one may ask.
   */
  static List<List<Issue>> seasons(List<Issue> issues) {
    List<List<Issue>> seasons = new ArrayList<>();
    Instant end = Instant.MIN;
    for (Issue issue : issues) {
      if (!issue.issueTime().isBefore(end)) {
        seasons.add(new ArrayList<>());
        end = issue.issueTime().plus(SEASON);
      }
      seasons.get(seasons.size() - 1).add(issue);
    }
    return seasons;
  }

  private JavaRDD<FeatureRow> season(
      String dataset,
      String schema,
      List<Site> sites,
      Map<String, List<String>> neighbours,
      List<Issue> issues) {
    Instant first = issues.get(0).issueTime().minus(LOOK_BACK);
    Issue last = issues.get(issues.size() - 1);
    Instant end = last.interval(last.steps() - 1).end().plus(LOOK_AHEAD);
    return new Histories(spark, namespace)
        .of(sites, neighbours, first, end)
        .flatMap(history -> siteRows(dataset, Schemas.get(schema), history, issues));
  }

  /** The rows of one site, in the order of issues and steps, computed an issue at a time. */
  public static Iterator<FeatureRow> siteRows(
      String dataset, FeatureSchema schema, SiteHistory history, List<Issue> issues) {
    FeatureRows features = new FeatureRows(schema);
    return issues.stream()
        .flatMap(issue -> issueRows(dataset, features, history, issue).stream())
        .iterator();
  }

  private static List<FeatureRow> issueRows(
      String dataset, FeatureRows features, SiteHistory history, Issue issue) {
    SiteView view = history.at(issue.issueTime());
    FeatureColumns columns = features.of(view, issue);
    List<FeatureRow> rows = new ArrayList<>(issue.steps());
    for (int step = 0; step < issue.steps(); step++) {
      Interval interval = issue.interval(step);
      rows.add(
          new FeatureRow(
              dataset,
              features.schema().hash(),
              history.site().id().value(),
              issue.issueTime(),
              interval.end(),
              InputTiers.of(view, interval).text(),
              view.sun().over(interval).night(),
              columns.row(step)));
    }
    return rows;
  }
}
