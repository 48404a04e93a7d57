package org.skywatt.ingest.nwp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.meaning.Meaning;
import org.skywatt.ingest.meaning.UnknownUnitException;
import org.skywatt.ingest.sampling.Ground;

/**
 * What is known of the ground under a model's grids: heights and land, which files hold as fields
 * among the weather. To be filled before the weather is sampled. Holds two fields a grid at most.
 */
public final class Grounds {
  private final Map<Grid, Ground> byGrid = new HashMap<>();

  /** Whether a field is of the ground. */
  public static boolean wants(FieldHeader header) {
    try {
      return Meaning.find(header).filter(meaning -> meaning.quantity().isGround()).isPresent();
    } catch (UnknownUnitException e) {
      return false; // told when the weather is sampled
    }
  }

  /** Takes a field of the ground; passes over all others. */
  public void add(Field field) throws UnknownUnitException {
    Optional<Meaning> meaning = Meaning.find(field.header());
    if (meaning.isEmpty() || !meaning.get().quantity().isGround()) {
      return;
    }
    float[] values = field.values().clone();
    meaning.get().conversion().applyTo(values);
    Ground known = of(field.grid());
    byGrid.put(
        field.grid(),
        switch (meaning.get().quantity()) {
          case OROGRAPHY -> known.withOrography(values);
          default -> known.withLandFraction(values);
        });
  }

  /** The ground of a grid as far as it is known. */
  public Ground of(Grid grid) {
    return byGrid.getOrDefault(grid, Ground.UNKNOWN);
  }
}
