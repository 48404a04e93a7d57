package org.skywatt.ingest.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Cuts a list of files into batches without parting files of the same run. */
final class Batches {
  private Batches() {}

  /**
   * @param runs reference times in each file, in the order of {@code files}
   * @param most files of a batch, if no run has more
   */
  static <T> List<List<T>> of(List<T> files, List<Set<Instant>> runs, int most) {
    int[] group = new int[files.size()];
    Map<Instant, Integer> firstWith = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      for (Instant run : runs.get(i)) {
        Integer first = firstWith.putIfAbsent(run, i);
        if (first != null) {
          join(group, first, i);
        }
      }
    }
    Map<Integer, List<T>> groups = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), unused -> new ArrayList<>()).add(files.get(i));
    }
    List<List<T>> batches = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    for (List<T> each : groups.values()) {
      if (!batch.isEmpty() && batch.size() + each.size() > most) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.addAll(each);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private static void join(int[] group, int a, int b) {
    int rootA = root(group, a);
    int rootB = root(group, b);
    group[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private static int root(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      root = group[root];
    }
    group[i] = root;
    return root;
  }
}
