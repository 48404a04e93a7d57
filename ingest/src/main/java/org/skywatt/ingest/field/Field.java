package org.skywatt.ingest.field;

import org.skywatt.core.grid.Grid;

/**
 * One decoded field.
 *
 * @param index of the field in its file, from 0
 * @param where it is, for messages to people: {@code message 3, field 5 (0.4.7)}
 * @param gridRelativeWind whether u and v count along the grid's own axes, not east and north
 * @param gridType the kind of grid as ecCodes names it ({@code gridType}): {@code regular_ll},
 *     {@code lambert} …
 * @param packing how it was packed, as ecCodes names it ({@code packingType}) for GRIB
 * @param values by the grid's index, in the file's unit; NaN where missing
 */
public record Field(
    int index,
    String where,
    FieldHeader header,
    Grid grid,
    boolean gridRelativeWind,
    String gridType,
    String packing,
    float[] values) {}
