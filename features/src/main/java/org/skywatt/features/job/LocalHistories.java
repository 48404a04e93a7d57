package org.skywatt.features.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.time.AsOf;
import org.skywatt.features.view.KnownTerrain;
import org.skywatt.features.view.SiteHistory;

/**
 * Histories read from the tables in this process: for a few sites it is done before Spark would
 * have started. Memory is all records of all sites that are asked for at once. Not safe for
 * threads.
 */
public final class LocalHistories implements SiteHistories, AutoCloseable {
  private final JdbcCatalog catalog = new JdbcCatalog();
  private final Namespace namespace;

  /**
   * @param settings of the catalog, as Iceberg names them
   */
  public LocalHistories(Map<String, String> settings, Namespace namespace) {
    catalog.setConf(new Configuration(false));
    catalog.initialize(Namespace.CATALOG, settings);
    this.namespace = namespace;
  }

  @Override
  public List<Site> sites(Instant asOf) {
    return SiteParts.sites(
        rows(Table.SITES, Function.identity(), Expressions.alwaysTrue()), AsOf.micros(asOf));
  }

  @Override
  public <T> List<T> collect(
      List<Site> sites,
      Map<String, List<String>> neighbours,
      Instant from,
      Instant to,
      FlatMapFunction<Iterator<SiteHistory>, T> work) {
    List<T> made = new ArrayList<>();
    try {
      work.call(histories(sites, neighbours, from, to).iterator()).forEachRemaining(made::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return made;
  }

  private List<SiteHistory> histories(
      List<Site> sites, Map<String, List<String>> neighbours, Instant from, Instant to) {
    Map<String, Site> byId = new TreeMap<>();
    sites.forEach(site -> byId.put(site.id().value(), site));
    Map<String, List<String>> askers = SiteParts.askers(byId.keySet(), neighbours);
    Map<String, List<NwpSample>> nwp = new HashMap<>();
    Expression runs = between("init_time", from.minus(Histories.LONGEST_RUN), to);
    Expression asked = Expressions.and(runs, between("valid_time", from, to));
    for (NwpSample sample : rows(Table.NWP_SAMPLES, RowSamples::nwp, of(askers.keySet(), asked))) {
      for (String asker : askers.get(sample.siteId())) {
        nwp.computeIfAbsent(asker, unused -> new ArrayList<>()).add(sample);
      }
    }
    Map<String, List<GenerationSample>> generation =
        bySite(
            rows(
                Table.GENERATION,
                RowSamples::generation,
                of(byId.keySet(), between("end_time", from, to))),
            GenerationSample::siteId);
    Map<String, List<SatelliteSample>> satellite =
        bySite(
            rows(
                Table.SATELLITE_SAMPLES,
                RowSamples::satellite,
                of(byId.keySet(), between("scan_time", from, to))),
            SatelliteSample::siteId);
    Map<String, List<KnownTerrain>> terrain =
        bySite(
            rows(Table.TERRAIN, SiteParts::terrain, of(byId.keySet(), Expressions.alwaysTrue())),
            known -> known.sample().siteId());
    Map<String, List<CapacityChange>> changes =
        bySite(
            rows(
                Table.CAPACITY_CHANGES,
                RowSamples::capacityChange,
                of(byId.keySet(), Expressions.alwaysTrue())),
            CapacityChange::siteId);
    List<SiteHistory> histories = new ArrayList<>();
    byId.forEach(
        (id, site) ->
            histories.add(
                SiteParts.history(
                    site,
                    neighbours.getOrDefault(id, List.of()),
                    nwp.getOrDefault(id, List.of()),
                    generation.getOrDefault(id, List.of()),
                    satellite.getOrDefault(id, List.of()),
                    terrain.getOrDefault(id, List.of()),
                    changes.getOrDefault(id, List.of()))));
    return histories;
  }

  private static Expression of(Set<String> sites, Expression condition) {
    return Expressions.and(Expressions.in("site_id", sites.toArray()), condition);
  }

  private static Expression between(String column, Instant from, Instant to) {
    return Expressions.and(
        Expressions.greaterThanOrEqual(column, AsOf.micros(from)),
        Expressions.lessThanOrEqual(column, AsOf.micros(to)));
  }

  private static <V> Map<String, List<V>> bySite(List<V> records, Function<V, String> site) {
    Map<String, List<V>> bySite = new HashMap<>();
    for (V each : records) {
      bySite.computeIfAbsent(site.apply(each), unused -> new ArrayList<>()).add(each);
    }
    return bySite;
  }

  private <V> List<V> rows(Table table, Function<Columns, V> read, Expression condition) {
    List<V> rows = new ArrayList<>();
    TableIdentifier name = TableIdentifier.of(namespace.name(), table.tableName());
    if (!catalog.tableExists(name)) {
      return rows; // nothing was ever ingested
    }
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(catalog.loadTable(name)).where(condition).build()) {
      for (Record each : records) {
        rows.add(read.apply(Columns.of(each)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @Override
  public void close() {
    catalog.close();
  }
}
