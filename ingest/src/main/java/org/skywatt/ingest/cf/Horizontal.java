package org.skywatt.ingest.cf;

import org.skywatt.core.grid.Grid;

/**
 * Where the rows and columns of a grid lie in a variable.
 *
 * @param gridType as ecCodes names it; {@code curvilinear} where points have places of their own
 * @param gridRelativeAxes whether x and y of the grid may differ from east and north
 * @param rowDimension position of the dimension of rows in the variable
 * @param columnDimension position of the dimension of columns
 * @param reversed whether the file's columns run against the grid's
 */
record Horizontal(
    Grid grid,
    String gridType,
    boolean gridRelativeAxes,
    int rowDimension,
    int columnDimension,
    boolean reversed) {}
