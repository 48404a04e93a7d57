package org.skywatt.ingest.grib.packing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken data of every packing: each case ends in values or in an IllegalArgumentException that
 * says something, soon, and takes no more memory than its points and bytes explain.
 */
class PackingFuzzTest {
  private static final long SEED = 20260101;
  private static final int CASES = 500;
  private static final long MOST_BYTES = 8L << 20;
  private static final int[] HOSTILE = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00ffffff, 1};

  static List<String> names() throws IOException {
    return PackedSamples.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsInValuesOrAReason(String name) throws IOException {
    PackedMessages.Packed whole = PackedSamples.read(name);
    Random random = new Random(SEED + name.hashCode());
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < CASES; i++) {
      PackedMessages.Packed broken = whole.with(damaged(whole, random));
      String which = name + ", seed " + SEED + ", case " + i;
      long before = thread.getCurrentThreadAllocatedBytes();
      try {
        assertThat(broken.values()).as(which).hasSize(whole.rows().points());
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).as(which).isNotBlank();
      } catch (RuntimeException | Error e) {
        throw new AssertionError(which, e);
      }
      assertThat(thread.getCurrentThreadAllocatedBytes() - before).as(which).isLessThan(MOST_BYTES);
    }
  }

  /** Changes the sections of the data only: framing has its own tests. */
  private static byte[] damaged(PackedMessages.Packed whole, Random random) {
    byte[] bytes = whole.message().clone();
    int from = whole.edition1() ? whole.dataAt() : whole.representationAt();
    switch (random.nextInt(5)) {
      case 0 -> flip(bytes, from, bytes.length, 1 + random.nextInt(8), random);
      case 1 -> {
        int head = Math.min(bytes.length, from + 60);
        flip(bytes, from, head, 1 + random.nextInt(3), random);
      }
      case 2 -> {
        int at = from + random.nextInt(Math.min(120, bytes.length - from - 4));
        int value = HOSTILE[random.nextInt(HOSTILE.length)];
        for (int k = 0; k < 4; k++) {
          bytes[at + k] = (byte) (value >> (24 - 8 * k));
        }
      }
      case 3 -> {
        int at = from + random.nextInt(bytes.length - from);
        byte[] noise = new byte[bytes.length - at];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, at, noise.length);
      }
      default -> {
        return Arrays.copyOf(bytes, from + random.nextInt(bytes.length - from));
      }
    }
    return bytes;
  }

  private static void flip(byte[] bytes, int from, int to, int count, Random random) {
    for (int k = 0; k < count; k++) {
      int at = from + random.nextInt(to - from);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
  }
}
