package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.time.Interval;
import org.skywatt.features.job.Columns;
import org.skywatt.features.job.Histories;
import org.skywatt.features.job.RowSamples;
import org.skywatt.features.physical.PhysicalPower;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureColumns;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.KnownTerrain;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.train.TrainingRow;

/** What the tables of a data folder hold of its sites, to be looked at with parts left out. */
final class RecordedSites {
  /** What was recorded of a site, in part. */
  record Records(
      List<NwpSample> nwp, List<SatelliteSample> satellite, List<GenerationSample> generation) {
    Records nwp(Predicate<NwpSample> kept) {
      return new Records(nwp.stream().filter(kept).toList(), satellite, generation);
    }

    Records satellite(Predicate<SatelliteSample> kept) {
      return new Records(nwp, satellite.stream().filter(kept).toList(), generation);
    }

    Records generation(Predicate<GenerationSample> kept) {
      return new Records(nwp, satellite, generation.stream().filter(kept).toList());
    }
  }

  private final Map<String, List<NwpSample>> nwp = new HashMap<>();
  private final Map<String, List<SatelliteSample>> satellite = new HashMap<>();
  private final Map<String, List<GenerationSample>> generation = new HashMap<>();
  private final Map<String, List<KnownTerrain>> terrain = new HashMap<>();
  private final List<Site> sites;
  private final Map<String, List<String>> neighbours;

  private RecordedSites(List<Site> sites) {
    this.sites = sites;
    this.neighbours = Neighbours.of(sites);
  }

  /** All that is recorded, of the sites known at {@code asOf}. */
  static RecordedSites read(DataHome home, Instant asOf) throws IOException {
    try (SparkSession spark = Sessions.open(home)) {
      RecordedSites read = new RecordedSites(new Histories(spark, Namespace.LIVE).sites(asOf));
      each(
          spark,
          Table.NWP_SAMPLES,
          row -> add(read.nwp, RowSamples.nwp(row).siteId(), RowSamples.nwp(row)));
      each(
          spark,
          Table.SATELLITE_SAMPLES,
          row ->
              add(read.satellite, RowSamples.satellite(row).siteId(), RowSamples.satellite(row)));
      each(
          spark,
          Table.GENERATION,
          row ->
              add(
                  read.generation,
                  RowSamples.generation(row).siteId(),
                  RowSamples.generation(row)));
      each(
          spark,
          Table.TERRAIN,
          row -> {
            KnownTerrain known =
                new KnownTerrain(
                    (String) row.get("source"),
                    (Instant) row.get("available_at"),
                    RowSamples.terrain(row));
            add(read.terrain, known.sample().siteId(), known);
          });
      return read;
    }
  }

  private static void each(SparkSession spark, Table table, Consumer<Columns> work) {
    for (Row row : spark.table(Namespace.LIVE.qualified(table)).collectAsList()) {
      work.accept(Columns.of(row));
    }
  }

  private static <T> void add(Map<String, List<T>> bySite, String id, T sample) {
    bySite.computeIfAbsent(id, unused -> new ArrayList<>()).add(sample);
  }

  List<Site> sites(String technology) {
    return sites.stream().filter(site -> site.technology().equals(technology)).toList();
  }

  Records records(Site site) {
    String id = site.id().value();
    return new Records(
        nwp.getOrDefault(id, List.of()),
        satellite.getOrDefault(id, List.of()),
        generation.getOrDefault(id, List.of()));
  }

  SiteHistory history(Site site) {
    return history(site, records(site), records -> records);
  }

  /** The same outage of the weather model befalls the neighbours. */
  SiteHistory history(Site site, Records own, UnaryOperator<Records> outage) {
    String id = site.id().value();
    List<List<NwpSample>> around = new ArrayList<>();
    for (String neighbour : neighbours.get(id)) {
      List<NwpSample> known = nwp.getOrDefault(neighbour, List.of());
      around.add(outage.apply(new Records(known, List.of(), List.of())).nwp());
    }
    Records left = outage.apply(own);
    return new SiteHistory(
        site,
        left.nwp(),
        around,
        left.generation(),
        left.satellite(),
        terrain.getOrDefault(id, List.of()),
        List.of(),
        PhysicalPower::of);
  }

  /** Rows of an issue, with what {@code truth} knows of the power. */
  static List<TrainingRow> rows(
      SiteHistory history, SiteView truth, Issue issue, FeatureRows features) {
    SiteView view = history.at(issue.issueTime());
    FeatureColumns columns = features.of(view, issue);
    List<TrainingRow> rows = new ArrayList<>();
    for (int step = 0; step < issue.steps(); step++) {
      Interval interval = issue.interval(step);
      double power = truth.generation().fraction(interval.end());
      rows.add(
          new TrainingRow(
              history.site().id().value(),
              issue.issueTime(),
              interval.end(),
              InputTiers.of(view, interval),
              view.sun().over(interval).night(),
              columns.row(step),
              power,
              power));
    }
    return rows;
  }
}
