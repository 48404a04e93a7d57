package org.skywatt.ingest.assembly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Totals of one quantity over any periods of a run, taken apart into means over its shortest steps.
 *
 * <p>A total from a to b joins the times a and b; the total between any two times that are joined,
 * over whatever way, is the sum along the way (taken negative backwards). So totals since the
 * start, buckets that begin anew, and sums of single hours are all the same thing, in any order. Of
 * several ways the shortest totals are taken, since a long total carries the rounding of its
 * packing.
 */
final class StepTotals {
  /** A total: {@code values × factor}. */
  private record Total(Instant start, Instant end, float[] values, double factor) {
    long seconds() {
      return end.getEpochSecond() - start.getEpochSecond();
    }
  }

  /** A time and the total by which it hangs on its parent. */
  private static final class Node {
    private final Instant time;
    private Node parent;
    private Total total;
    private int depth;

    private Node(Instant time) {
      this.time = time;
    }
  }

  /** A mean over {@code (start, end]}, by site. */
  record Mean(Instant start, Instant end, float[] values) {}

  private final List<Total> totals = new ArrayList<>();

  /** Takes a total over {@code (start, end]}. */
  void addTotal(Instant start, Instant end, float[] values) {
    totals.add(new Total(start, end, values, 1));
  }

  /** Takes a mean over {@code (start, end]}. */
  void addMean(Instant start, Instant end, float[] values) {
    totals.add(new Total(start, end, values, end.getEpochSecond() - start.getEpochSecond()));
  }

  /** The means between neighbouring times that are joined, by their end. */
  NavigableMap<Instant, Mean> means() {
    NavigableMap<Instant, Mean> means = new TreeMap<>();
    for (NavigableMap<Instant, Node> tree : trees()) {
      Node before = null;
      for (Node node : tree.values()) {
        if (before != null) {
          Mean mean = mean(before, node);
          // Two trees may know a step that ends here; the shorter one says more.
          means.merge(node.time, mean, (a, b) -> a.start.isBefore(b.start) ? b : a);
        }
        before = node;
      }
    }
    return means;
  }

  /** Spanning trees of the times, of the shortest totals (Kruskal), rooted at the earliest time. */
  private List<NavigableMap<Instant, Node>> trees() {
    Map<Instant, List<Total>> neighbours = new TreeMap<>();
    Map<Instant, Instant> group = new HashMap<>();
    List<Total> shortestFirst = new ArrayList<>(totals);
    shortestFirst.sort(Comparator.comparingLong(Total::seconds));
    for (Total total : shortestFirst) {
      Instant a = root(group, total.start);
      Instant b = root(group, total.end);
      if (!a.equals(b)) {
        group.put(a, b);
        neighbours.computeIfAbsent(total.start, unused -> new ArrayList<>()).add(total);
        neighbours.computeIfAbsent(total.end, unused -> new ArrayList<>()).add(total);
      }
    }
    List<NavigableMap<Instant, Node>> trees = new ArrayList<>();
    TreeSet<Instant> unseen = new TreeSet<>(neighbours.keySet());
    while (!unseen.isEmpty()) {
      NavigableMap<Instant, Node> tree = grow(unseen.first(), neighbours);
      unseen.removeAll(tree.keySet());
      trees.add(tree);
    }
    return trees;
  }

  private static NavigableMap<Instant, Node> grow(
      Instant root, Map<Instant, List<Total>> neighbours) {
    NavigableMap<Instant, Node> tree = new TreeMap<>();
    List<Node> open = new ArrayList<>(List.of(new Node(root)));
    tree.put(root, open.get(0));
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      for (Total total : neighbours.get(node.time)) {
        Instant other = total.start.equals(node.time) ? total.end : total.start;
        if (!tree.containsKey(other)) {
          Node child = new Node(other);
          child.parent = node;
          child.total = total;
          child.depth = node.depth + 1;
          tree.put(other, child);
          open.add(child);
        }
      }
    }
    return tree;
  }

  private static Instant root(Map<Instant, Instant> group, Instant time) {
    Instant at = time;
    while (group.containsKey(at)) {
      at = group.get(at);
    }
    return at;
  }

  private static Mean mean(Node from, Node to) {
    double[] sum = new double[(to.total == null ? from.total : to.total).values.length];
    Node a = from;
    Node b = to;
    while (a != b) {
      if (a.depth > b.depth) {
        add(sum, a.total, a.total.end.equals(a.time) ? -1 : 1);
        a = a.parent;
      } else {
        add(sum, b.total, b.total.end.equals(b.time) ? 1 : -1);
        b = b.parent;
      }
    }
    double seconds = to.time.getEpochSecond() - from.time.getEpochSecond();
    float[] values = new float[sum.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sum[i] / seconds);
    }
    return new Mean(from.time, to.time, values);
  }

  private static void add(double[] sum, Total total, int sign) {
    double factor = sign * total.factor;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += total.values[i] * factor;
    }
  }
}
