package org.skywatt.core.sample;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.variable.Variable;

/**
 * Many NWP samples of one site as arrays, for the way between tasks: as objects of their own they
 * cost more to carry than to compute features from.
 */
public final class NwpBatch implements Serializable {
  /** As many are gathered before they go on; with all their values some 10 MB. */
  private static final int LARGEST = 1 << 16;

  private final String siteId;
  private final String[] sources;
  private final int[] members;
  private final long[] initMicros;
  private final long[] validMicros;
  private final long[] availableMicros;
  private final float[] values;

  /**
   * @param samples of one site, at least one
   */
  private NwpBatch(List<NwpSample> samples) {
    int count = samples.size();
    siteId = samples.get(0).siteId();
    sources = new String[count];
    members = new int[count];
    initMicros = new long[count];
    validMicros = new long[count];
    availableMicros = new long[count];
    values = new float[count * Variable.COUNT];
    for (int i = 0; i < count; i++) {
      NwpSample sample = samples.get(i);
      sources[i] = sample.source();
      members[i] = sample.member();
      initMicros[i] = AsOf.micros(sample.initTime());
      validMicros[i] = AsOf.micros(sample.validTime());
      availableMicros[i] = AsOf.micros(sample.availableAt());
      System.arraycopy(sample.values(), 0, values, i * Variable.COUNT, Variable.COUNT);
    }
  }

  /** Batches of all samples, each of one site; what is held at a time has a limit. */
  public static Iterator<NwpBatch> of(Iterator<NwpSample> samples) {
    return new Iterator<>() {
      private Iterator<NwpBatch> ready = List.<NwpBatch>of().iterator();

      @Override
      public boolean hasNext() {
        if (!ready.hasNext() && samples.hasNext()) {
          ready = batches(samples).iterator();
        }
        return ready.hasNext();
      }

      @Override
      public NwpBatch next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.next();
      }
    };
  }

  private static List<NwpBatch> batches(Iterator<NwpSample> samples) {
    Map<String, List<NwpSample>> bySite = new HashMap<>();
    for (int i = 0; i < LARGEST && samples.hasNext(); i++) {
      NwpSample sample = samples.next();
      bySite.computeIfAbsent(sample.siteId(), unused -> new ArrayList<>()).add(sample);
    }
    return bySite.values().stream().map(NwpBatch::new).toList();
  }

  /** Whose samples these are. */
  public String siteId() {
    return siteId;
  }

  /** The samples of all batches. */
  public static List<NwpSample> samples(Iterable<NwpBatch> batches) {
    List<NwpSample> samples = new ArrayList<>();
    batches.forEach(batch -> batch.addTo(samples));
    return samples;
  }

  private void addTo(List<NwpSample> list) {
    for (int i = 0; i < sources.length; i++) {
      list.add(
          new NwpSample(
              siteId,
              sources[i],
              members[i],
              instant(initMicros[i]),
              instant(validMicros[i]),
              instant(availableMicros[i]),
              Arrays.copyOfRange(values, i * Variable.COUNT, (i + 1) * Variable.COUNT)));
    }
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
