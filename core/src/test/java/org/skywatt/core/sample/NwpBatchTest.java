package org.skywatt.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.variable.Variable;

class NwpBatchTest {
  private static final Instant START = Instant.parse("1969-12-31T18:00:00Z");

  @Test
  void nothingIsLostOrChangedOnTheWay() throws Exception {
    Random random = new Random(7);
    List<NwpSample> samples = new ArrayList<>();
    for (int i = 0; i < 70_000; i++) {
      samples.add(sample("site-" + random.nextInt(3), i, random));
    }
    List<NwpBatch> carried = new ArrayList<>();
    Iterator<NwpBatch> batches = NwpBatch.of(samples.iterator());
    while (batches.hasNext()) {
      carried.add(carried(batches.next()));
    }
    assertThat(carried).hasSize(6); // three sites, and more samples than are gathered at a time
    List<NwpSample> arrived = NwpBatch.samples(carried);
    assertThat(texts(arrived)).isEqualTo(texts(samples));
  }

  @Test
  void nothingBecomesNoBatch() {
    assertThat(NwpBatch.of(List.<NwpSample>of().iterator()).hasNext()).isFalse();
    assertThat(NwpBatch.samples(List.of())).isEmpty();
  }

  private static NwpBatch carried(NwpBatch batch) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream to = new ObjectOutputStream(bytes)) {
      to.writeObject(batch);
    }
    try (ObjectInputStream from =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (NwpBatch) from.readObject();
    }
  }

  private static NwpSample sample(String site, int number, Random random) {
    float[] values = new float[Variable.COUNT];
    Arrays.fill(values, Float.NaN);
    values[random.nextInt(values.length)] = random.nextFloat();
    Instant init = START.plus(Duration.ofHours(6L * (number % 4)));
    return new NwpSample(
        site,
        "model-" + random.nextInt(2),
        random.nextInt(5),
        init,
        init.plus(Duration.ofMinutes(number)),
        init.plusNanos(1000L * number),
        values);
  }

  private static List<String> texts(List<NwpSample> samples) {
    return samples.stream()
        .map(
            sample ->
                String.join(
                    " ",
                    sample.siteId(),
                    sample.source(),
                    "" + sample.member(),
                    sample.initTime().toString(),
                    sample.validTime().toString(),
                    sample.availableAt().toString(),
                    Arrays.toString(sample.values())))
        .sorted()
        .toList();
  }
}
