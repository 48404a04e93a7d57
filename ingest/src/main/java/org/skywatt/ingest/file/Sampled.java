package org.skywatt.ingest.file;

import java.io.Serializable;
import java.util.List;

/**
 * What a file gave.
 *
 * @param rows rows that could be read, flagged where implausible
 * @param refused how many rows or messages could not
 * @param reasons the first refusals, each naming row or message, field and why
 */
public record Sampled<T>(List<T> rows, long refused, List<String> reasons) implements Serializable {
  private static final long serialVersionUID = 1L;

  public static <T> Sampled<T> all(List<T> rows) {
    return new Sampled<>(rows, 0, List.of());
  }
}
