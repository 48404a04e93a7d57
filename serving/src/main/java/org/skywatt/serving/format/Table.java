package org.skywatt.serving.format;

import java.util.List;
import java.util.Map;

/**
 * An answer as columns of equal length, for CSV and Arrow.
 *
 * @param metadata what holds for the whole, such as run and licence
 */
public record Table(Map<String, String> metadata, List<Column> columns) {
  /** One column. */
  public sealed interface Column {
    String name();

    int rows();
  }

  /** Text; null where there is none. */
  public record TextColumn(String name, String[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }
  }

  /** Times in seconds since 1970, UTC. */
  public record TimeColumn(String name, long[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }
  }

  /** Numbers; NaN where there is none. */
  public record NumberColumn(String name, double[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }
  }

  public int rows() {
    return columns.get(0).rows();
  }
}
