package org.skywatt.ingest.job;

import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

/** Samples as rows, in the order of their table's columns. NaN becomes null. */
public final class SampleRows {
  private SampleRows() {}

  public static Row of(NwpSample sample, Instant ingestedAt) {
    Object[] row = new Object[8 + sample.values().length];
    row[0] = sample.siteId();
    row[1] = sample.source();
    row[2] = sample.member();
    row[3] = sample.initTime();
    row[4] = sample.validTime();
    row[5] = sample.availableAt();
    row[6] = ingestedAt;
    row[7] = sample.implausible();
    for (int i = 0; i < sample.values().length; i++) {
      row[8 + i] = orNull(sample.values()[i]);
    }
    return RowFactory.create(row);
  }

  public static Row of(SatelliteSample sample, Instant ingestedAt) {
    return RowFactory.create(
        sample.siteId(),
        sample.source(),
        sample.scanTime(),
        sample.availableAt(),
        ingestedAt,
        orNull(sample.cloudIndex()),
        orNull(sample.surroundings()),
        orNull(sample.outlook().cloudIndex()),
        orNull(sample.outlook().spread()),
        orNull(sample.outlook().eastMs()),
        orNull(sample.outlook().northMs()),
        orNull(sample.outlook().confidence()),
        orNull(sample.outlook().trendPerHour()),
        orNull(sample.outlook().variability()),
        orNull(sample.outlook().texture()));
  }

  public static Row of(
      TerrainSample sample, String source, Instant availableAt, Instant ingestedAt) {
    return RowFactory.create(
        sample.siteId(),
        source,
        availableAt,
        ingestedAt,
        orNull(sample.elevationM()),
        orNull(sample.slopeDeg()),
        orNull(sample.aspectDeg()),
        orNull(sample.relativeElevationM()),
        orNull(sample.horizonDeg()),
        orNull(sample.skyView()),
        orNull(sample.relief().relativeElevationM()[0]),
        orNull(sample.relief().relativeElevationM()[1]),
        orNull(sample.relief().relativeElevationM()[2]),
        orNull(sample.relief().roughnessM()[0]),
        orNull(sample.relief().roughnessM()[1]),
        orNull(sample.relief().roughnessM()[2]),
        orNull(sample.relief().exposureM()),
        orNull(sample.relief().coastM()));
  }

  public static Row of(GenerationSample sample, Instant ingestedAt) {
    return RowFactory.create(
        sample.siteId(),
        sample.start(),
        sample.end(),
        sample.availableAt(),
        ingestedAt,
        orNull(sample.powerKw()),
        sample.flags());
  }

  public static Row of(CapacityChange change, Instant ingestedAt) {
    return RowFactory.create(
        change.siteId(),
        change.effectiveFrom(),
        change.availableAt(),
        ingestedAt,
        change.level(),
        change.confidence(),
        change.reason());
  }

  /** A site as it is known from {@code availableAt} on. */
  public static Row of(Site site, Instant availableAt, Instant ingestedAt) {
    SolarSite solar = site instanceof SolarSite s ? s : null;
    WindSite wind = site instanceof WindSite s ? s : null;
    Mount.Fixed fixed = solar != null && solar.mount() instanceof Mount.Fixed m ? m : null;
    Mount.SingleAxisTracker tracker =
        solar != null && solar.mount() instanceof Mount.SingleAxisTracker m ? m : null;
    return RowFactory.create(
        site.id().value(),
        site.name(),
        site.organisation(),
        site.technology(),
        site.location().latitude(),
        site.location().longitude(),
        site.location().elevationM(),
        site.capacityKw(),
        solar == null ? null : solar.dcCapacityKw(),
        fixed == null ? null : fixed.tiltDeg(),
        fixed != null
            ? (Double) fixed.azimuthDeg()
            : tracker == null ? null : tracker.axisAzimuthDeg(),
        tracker == null ? null : tracker.maxAngleDeg(),
        tracker == null ? null : tracker.groundCoverRatio(),
        wind == null ? null : wind.hubHeightM(),
        wind == null ? null : wind.rotorDiameterM(),
        wind == null ? null : wind.turbine(),
        availableAt,
        ingestedAt);
  }

  private static Float orNull(float value) {
    return Float.isNaN(value) ? null : value;
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Float[] orNull(float[] values) {
    Float[] boxed = new Float[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = orNull(values[i]);
    }
    return boxed;
  }
}
