package org.skywatt.features.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    StringBuilder text = new StringBuilder(name).append('\n').append(version).append('\n');
    for (Feature feature : features) {
      if (!names.add(feature.name())) {
        throw new IllegalArgumentException("feature " + feature.name() + " is there twice");
      }
      text.append(feature.name()).append('\t').append(feature.unit());
      text.append('\t').append(new TreeSet<>(feature.sources())).append('\n');
    }
    this.hash = sha256(text.toString());
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

  /** Computes every feature, in order; NaN where it cannot be known. */
  public float[] row(SiteView view, Interval interval) {
    float[] row = new float[features.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) features.get(i).formula().at(view, interval);
    }
    return row;
  }

  /** Index of the feature named {@code feature}, or −1. */
  public int indexOf(String feature) {
    return names().indexOf(feature);
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

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
