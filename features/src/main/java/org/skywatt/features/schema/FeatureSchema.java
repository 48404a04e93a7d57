package org.skywatt.features.schema;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skywatt.core.hash.Sha256;
import org.skywatt.core.time.Interval;
import org.skywatt.features.view.SiteView;

/**
 * An ordered list of features. The hash covers name, version, and every feature's name, unit and
 * source in order; a model bundle whose hash differs from the code's is refused. A changed formula
 * needs a new version.
 */
public final class FeatureSchema {
  private final String name;
  private final int version;
  private final List<Feature> features;
  private final String hash;

  /**
   * @throws IllegalArgumentException if two features share a name
   */
  public FeatureSchema(String name, int version, List<Feature> features) {
    this.name = name;
    this.version = version;
    this.features = List.copyOf(features);
    Set<String> names = new HashSet<>();
    Sha256 digest = new Sha256();
    digest.update(name + "\n" + version + "\n");
    for (Feature feature : features) {
      if (!names.add(feature.name())) {
        throw new IllegalArgumentException("feature " + feature.name() + " is there twice");
      }
      String sources = new TreeSet<>(feature.sources()).toString();
      digest.update(feature.name() + "\t" + feature.unit() + "\t" + sources + "\n");
    }
    this.hash = digest.finish();
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  public List<Feature> features() {
    return features;
  }

  public int size() {
    return features.size();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hash() {
    return hash;
  }

  /** Names in order. */
  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  /** {@link FeatureRows#row} of a single row. */
  public float[] row(SiteView view, Interval interval) {
    return new FeatureRows(this).row(view, interval);
  }

  /** Index of the feature named {@code feature}, or −1. */
  public int indexOf(String feature) {
    return names().indexOf(feature);
  }

  /** The group of each feature, in order. */
  public List<Feature.Group> groups() {
    return features.stream().map(Feature::group).toList();
  }

  /** A copy of {@code row} as it would be without the inputs {@code missing}. */
  public float[] without(float[] row, Set<Feature.Source> missing) {
    float[] masked = row.clone();
    for (int i = 0; i < masked.length; i++) {
      if (!Collections.disjoint(features.get(i).sources(), missing)) {
        masked[i] = Float.NaN;
      }
    }
    return masked;
  }
}
