package org.skywatt.models.job;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.features.job.Columns;
import org.skywatt.features.job.Histories;
import org.skywatt.features.job.RowSamples;
import org.skywatt.features.view.EffectiveCapacity;
import org.skywatt.models.train.TrainingRow;
import scala.Tuple2;

/** Brings feature rows and generation of each site together. */
final class RowsOfSites {
  private RowsOfSites() {}

  static JavaRDD<SiteRows> gather(
      SparkSession spark, Namespace namespace, Dataset<Row> features, List<Site> sites) {
    Object[] ids = sites.stream().map(site -> site.id().value()).toArray();
    Map<String, List<CapacityChange>> changes =
        new Histories(spark, namespace).capacityChanges(ids);
    Map<String, EffectiveCapacity> capacity = new HashMap<>();
    for (Site site : sites) {
      String id = site.id().value();
      capacity.put(
          id, new EffectiveCapacity(site.capacityKw(), changes.getOrDefault(id, List.of())));
    }
    JavaPairRDD<String, TrainingRow> rows =
        features
            .select("site_id", "issue_time", "valid_time", "input_tier", "sun_down", "features")
            .toJavaRDD()
            .mapToPair(row -> new Tuple2<>(row.getString(0), unlabelled(row)));
    JavaPairRDD<String, GenerationSample> generation =
        spark
            .table(namespace.qualified(Table.GENERATION))
            .filter(col("site_id").isin(ids))
            .toJavaRDD()
            .map(row -> RowSamples.generation(Columns.of(row)))
            .mapToPair(sample -> new Tuple2<>(sample.siteId(), sample));
    return rows.cogroup(generation, Math.max(1, sites.size()))
        .map(
            group -> {
              List<TrainingRow> own = new ArrayList<>();
              group._2._1.forEach(own::add);
              List<GenerationSample> readings = new ArrayList<>();
              group._2._2.forEach(readings::add);
              return new SiteRows(capacity.get(group._1), own, readings);
            });
  }

  private static TrainingRow unlabelled(Row row) {
    List<Float> boxed = row.getList(5);
    float[] features = new float[boxed.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = boxed.get(i);
    }
    return new TrainingRow(
        row.getString(0),
        row.<Instant>getAs(1),
        row.<Instant>getAs(2),
        InputTier.parse(row.getString(3)),
        row.getBoolean(4),
        features,
        Double.NaN,
        Double.NaN);
  }
}
