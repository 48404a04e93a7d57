package org.skywatt.core.run;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.site.SiteId;

/**
 * A site as it was when the run was issued.
 *
 * @param organisation the organisation that owns it; never blank
 * @param capacityKw AC capacity, kW, positive: fractions are of this
 * @param availableKw what the plant can give at most (outages, export limit), kW, 0 to capacity
 * @param inputTier which inputs the forecast could use
 * @param staleInputs inputs that were older than they should be; unmodifiable
 * @param adjustment how the forecast was moved for its errors of the last days; empty if it was not
 */
public record RunSite(
    SiteId siteId,
    String organisation,
    double capacityKw,
    double availableKw,
    InputTier inputTier,
    Set<StaleInput> staleInputs,
    Optional<SiteAdjustment> adjustment) {
  public RunSite {
    if (siteId == null || inputTier == null || staleInputs == null || adjustment == null) {
      throw new IllegalArgumentException("a site of a run needs an id, input tier, stale inputs");
    }
    Text.require("organisation of site " + siteId, organisation);
    if (!(capacityKw > 0 && capacityKw < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "capacity of site " + siteId + " must be positive and finite: " + capacityKw + " kW");
    }
    if (!(availableKw >= 0 && availableKw <= capacityKw)) {
      throw new IllegalArgumentException(
          "available power of site "
              + siteId
              + " must be 0 to "
              + capacityKw
              + " kW: "
              + availableKw);
    }
    Set<StaleInput> copy = EnumSet.noneOf(StaleInput.class);
    copy.addAll(staleInputs);
    staleInputs = Collections.unmodifiableSet(copy);
  }

  /** A site whose forecast was not adjusted. */
  public RunSite(
      SiteId siteId,
      String organisation,
      double capacityKw,
      double availableKw,
      InputTier inputTier,
      Set<StaleInput> staleInputs) {
    this(siteId, organisation, capacityKw, availableKw, inputTier, staleInputs, Optional.empty());
  }

  /** The same site, with this adjustment; null for none. */
  RunSite adjusted(SiteAdjustment by) {
    return by == null
        ? this
        : new RunSite(
            siteId, organisation, capacityKw, availableKw, inputTier, staleInputs, Optional.of(by));
  }

  /** The greatest power possible, as a fraction of capacity, 0 to 1. */
  public double availableFraction() {
    return availableKw / capacityKw;
  }
}
