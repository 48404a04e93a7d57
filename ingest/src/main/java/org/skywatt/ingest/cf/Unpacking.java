package org.skywatt.ingest.cf;

import java.io.IOException;

/**
 * From stored numbers to values: CF 1.11 sections 2.5.1 and 8.1. Fill value, missing values and
 * valid range are told in stored numbers, and become NaN; the rest is scaled and offset. {@code
 * _Unsigned} makes negative integers the upper half of their range, in attributes too.
 */
final class Unpacking {
  private final double scale;
  private final double offset;
  private final double[] missing;
  private final double validMin;
  private final double validMax;
  private final double wrap;

  private Unpacking(CfVariable variable, boolean coordinate) {
    Attributes attributes = variable.attributes();
    wrap = variable.unsignedBits() == 0 ? 0 : Math.scalb(1.0, variable.unsignedBits());
    scale = attributes.number("scale_factor").orElse(1);
    offset = attributes.number("add_offset").orElse(0);
    double[] fill = attributes.numbers("_FillValue");
    if (fill.length == 0 && !coordinate) {
      fill = attributes.numbers(Attributes.STORE_FILL);
    }
    double[] others = attributes.numbers("missing_value");
    missing = new double[fill.length + others.length];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = wrapped(i < fill.length ? fill[i] : others[i - fill.length]);
    }
    double[] range = attributes.numbers("valid_range");
    boolean both = range.length == 2;
    validMin =
        wrapped(both ? range[0] : attributes.number("valid_min").orElse(Double.NEGATIVE_INFINITY));
    validMax =
        wrapped(both ? range[1] : attributes.number("valid_max").orElse(Double.POSITIVE_INFINITY));
  }

  static Unpacking of(CfVariable variable) {
    return new Unpacking(variable, false);
  }

  static Unpacking ofCoordinate(CfVariable variable) {
    return new Unpacking(variable, true);
  }

  private double wrapped(double stored) {
    return stored < 0 && stored >= -wrap ? stored + wrap : stored;
  }

  /** The value of a stored number, NaN where missing. */
  double value(double stored) {
    double number = wrap > 0 && stored < 0 ? stored + wrap : stored;
    for (double each : missing) {
      if (number == each) {
        return Double.NaN;
      }
    }
    return number < validMin || number > validMax ? Double.NaN : number * scale + offset;
  }

  /** All values of a variable, the last dimension fastest. */
  double[] readAll(CfVariable variable) throws IOException {
    RawValues raw = variable.read(new int[variable.shape().length], variable.shape());
    double[] values = new double[raw.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(raw.get(i));
    }
    return values;
  }
}
