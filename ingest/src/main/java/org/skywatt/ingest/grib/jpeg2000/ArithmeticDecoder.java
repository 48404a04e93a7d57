package org.skywatt.ingest.grib.jpeg2000;

import java.util.Arrays;

/** The MQ decoder (T.800, annex C), with the contexts of a code-block. */
final class ArithmeticDecoder {
  static final int RUN_LENGTH = 17;
  static final int UNIFORM = 18;

  private static final int[] PROBABILITIES = {
    0x5601, 0x3401, 0x1801, 0x0ac1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401,
    0x1c01, 0x1601, 0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201,
    0x1c01, 0x1801, 0x1601, 0x1401, 0x1201, 0x1101, 0x0ac1, 0x09c1, 0x08a1, 0x0521, 0x0441, 0x02a1,
    0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025, 0x0015, 0x0009, 0x0005, 0x0001, 0x5601
  };
  private static final int[] AFTER_LIKELY = {
    1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
    27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
  };
  private static final int[] AFTER_UNLIKELY = {
    1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22,
    23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
  };

  /** By twice the state plus the likely symbol. */
  private static final int[] Q = new int[94];

  private static final byte[] LIKELY = new byte[94];
  private static final byte[] UNLIKELY = new byte[94];

  static {
    for (int state = 0; state < 47; state++) {
      boolean turns = state == 0 || state == 6 || state == 14;
      for (int symbol = 0; symbol < 2; symbol++) {
        Q[2 * state + symbol] = PROBABILITIES[state];
        LIKELY[2 * state + symbol] = (byte) (2 * AFTER_LIKELY[state] + symbol);
        UNLIKELY[2 * state + symbol] =
            (byte) (2 * AFTER_UNLIKELY[state] + (turns ? 1 - symbol : symbol));
      }
    }
  }

  private final byte[] contexts = new byte[19];
  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int code;
  private int interval;
  private int shifts;

  /** Sets all contexts to their first states. */
  void resetContexts() {
    Arrays.fill(contexts, (byte) 0);
    contexts[0] = 2 * 4;
    contexts[RUN_LENGTH] = 2 * 3;
    contexts[UNIFORM] = 2 * 46;
  }

  /** Starts on a segment of coded bytes. */
  void start(byte[] data, int from, int to) {
    bytes = data;
    at = from;
    end = to;
    code = byteAt(at) << 16;
    readByte();
    code <<= 7;
    shifts -= 7;
    interval = 0x8000;
  }

  int decode(int context) {
    int state = contexts[context];
    int q = Q[state];
    interval -= q;
    if (code >>> 16 < q) {
      boolean likely = interval < q;
      interval = q;
      return exchange(context, state, likely);
    }
    code -= q << 16;
    if ((interval & 0x8000) != 0) {
      return state & 1;
    }
    return exchange(context, state, interval >= q);
  }

  private int exchange(int context, int state, boolean likely) {
    contexts[context] = likely ? LIKELY[state] : UNLIKELY[state];
    do {
      if (shifts == 0) {
        readByte();
      }
      interval <<= 1;
      code <<= 1;
      shifts--;
    } while ((interval & 0x8000) == 0);
    return likely ? state & 1 : 1 - (state & 1);
  }

  /** Behind the end stand ones, as if a marker followed. */
  private int byteAt(int index) {
    return index < end ? bytes[index] & 0xff : 0xff;
  }

  private void readByte() {
    if (byteAt(at) == 0xff) {
      int next = byteAt(at + 1);
      if (next > 0x8f) {
        code += 0xff00;
        shifts = 8;
      } else {
        at++;
        code += next << 9;
        shifts = 7;
      }
    } else {
      at++;
      code += byteAt(at) << 8;
      shifts = 8;
    }
  }
}
