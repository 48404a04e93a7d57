package org.skywatt.ingest.file;

import java.util.ArrayList;
import java.util.List;

/** The first different reasons why parts of a file are refused or flagged: a bad file has more. */
public final class Reasons {
  private static final int MOST_KEPT = 20;

  private final List<String> first = new ArrayList<>();

  public void add(String reason) {
    if (first.size() < MOST_KEPT && !first.contains(reason)) {
      first.add(reason);
    }
  }

  public List<String> list() {
    return List.copyOf(first);
  }
}
