package org.skywatt.cli.backtest;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.core.site.Site;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.ingest.gefcom2014.Gefcom2014Sites;
import org.skywatt.models.train.Blend;
import org.skywatt.models.train.Blends;

/** The two tracks and their calendars. */
enum Gefcom2014Track {
  SOLAR(
      Gefcom2014Sites.solar(),
      YearMonth.of(2012, 4),
      YearMonth.of(2013, 4),
      Schemas.GEFCOM2014_SOLAR,
      Blends.GEFCOM2014_SOLAR),
  WIND(
      Gefcom2014Sites.wind(),
      YearMonth.of(2012, 1),
      YearMonth.of(2012, 10),
      Schemas.GEFCOM2014_WIND,
      Blends.GEFCOM2014_WIND);

  private final List<Site> sites;
  private final YearMonth firstMonth;
  private final YearMonth firstTask;
  private final FeatureSchema schema;
  private final Blend blend;

  Gefcom2014Track(
      List<Site> sites,
      YearMonth firstMonth,
      YearMonth firstTask,
      FeatureSchema schema,
      Blend blend) {
    this.sites = sites;
    this.firstMonth = firstMonth;
    this.firstTask = firstTask;
    this.schema = schema;
    this.blend = blend;
  }

  String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  List<Site> sites() {
    return sites;
  }

  /** Stated capacity by site; plants of unknown size count as 1 kW. */
  Map<String, Double> capacityKw() {
    Map<String, Double> capacityKw = new TreeMap<>();
    sites.forEach(site -> capacityKw.put(site.id().value(), site.capacityKw()));
    return capacityKw;
  }

  YearMonth firstMonth() {
    return firstMonth;
  }

  FeatureSchema schema() {
    return schema;
  }

  Blend blend() {
    return blend;
  }

  /** Month that task {@code task}, from 1, is tested on. */
  YearMonth month(int task) {
    return firstTask.plusMonths(task - 1L);
  }

  /** For wind, every farm sees the NWP of all ten, itself included, in the order of zones. */
  Map<String, List<String>> neighbours() {
    Map<String, List<String>> neighbours = new TreeMap<>();
    if (this == WIND) {
      List<String> all = sites.stream().map(site -> site.id().value()).toList();
      all.forEach(id -> neighbours.put(id, all));
    }
    return neighbours;
  }
}
