package org.skywatt.models.energy;

import java.io.Serializable;
import org.skywatt.core.run.EnergyTier;

/**
 * Energy spent.
 *
 * @param joules at least 0
 * @param tier how it is known
 */
public record Energy(double joules, EnergyTier tier) implements Serializable {
  /** Both together; known only as well as the worse of the two. */
  public Energy plus(Energy other) {
    EnergyTier worse = tier.compareTo(other.tier) >= 0 ? tier : other.tier;
    return new Energy(joules + other.joules, worse);
  }
}
