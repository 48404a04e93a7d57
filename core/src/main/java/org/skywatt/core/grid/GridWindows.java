package org.skywatt.core.grid;

import java.util.BitSet;
import java.util.Optional;

/** Finds the part of a grid that covers an area. */
public final class GridWindows {
  private GridWindows() {}

  /**
   * The smallest part of {@code grid} with its points in {@code area} and the four points around
   * each place, and one row and column more on each side; empty where the grid has none of them.
   *
   * @param latitudes of the places, degrees north
   * @param longitudes of the places, degrees east
   */
  public static Optional<GridWindow> find(
      Grid grid, Area area, double[] latitudes, double[] longitudes) {
    boolean reduced = grid.columns() == 0;
    int width = reduced ? grid.size() : grid.columns();
    Used used = new Used(width);
    for (int i = 0; i < grid.size(); i++) {
      if (area.contains(grid.pointLatitude(i), grid.pointLongitude(i))) {
        used.add(i);
      }
    }
    for (int i = 0; i < latitudes.length; i++) {
      grid.findWeights(latitudes[i], longitudes[i])
          .ifPresent(
              weights -> {
                used.add(weights.topLeft());
                used.add(weights.topRight());
                used.add(weights.bottomLeft());
                used.add(weights.bottomRight());
              });
    }
    return used.columns.isEmpty()
        ? Optional.empty()
        : Optional.of(reduced ? used.run(grid) : used.window(grid));
  }

  private static final class Used {
    private final int width;
    private final BitSet columns;
    private int firstRow = Integer.MAX_VALUE;
    private int lastRow = -1;

    Used(int width) {
      this.width = width;
      this.columns = new BitSet(width);
    }

    void add(int point) {
      int row = point / width;
      firstRow = Math.min(firstRow, row);
      lastRow = Math.max(lastRow, row);
      columns.set(point % width);
    }

    GridWindow run(Grid grid) {
      int first = columns.nextSetBit(0);
      return new GridWindow(grid, 0, 1, first, columns.length() - first);
    }

    GridWindow window(Grid grid) {
      int top = Math.max(0, firstRow - 1);
      int bottom = Math.min(grid.rows() - 1, lastRow + 1);
      // All but the widest gap of unused columns, which may run over the last to the first.
      int start = columns.nextSetBit(0);
      int gap = start + width - columns.length();
      for (int end = columns.nextClearBit(start); end < columns.length(); ) {
        int next = columns.nextSetBit(end);
        if (next - end > gap) {
          gap = next - end;
          start = next;
        }
        end = columns.nextClearBit(next);
      }
      int spare = Math.min(2, gap);
      int first = spare == 0 ? start : Math.floorMod(start - 1, width);
      return new GridWindow(grid, top, bottom - top + 1, first, width - gap + spare);
    }
  }
}
