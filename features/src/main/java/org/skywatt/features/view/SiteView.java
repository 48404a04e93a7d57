package org.skywatt.features.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;

/**
 * What could be known about a site at {@code issueTime}.
 *
 * @param neighbours NWP at neighbouring sites, in a fixed order
 */
public record SiteView(
    Site site,
    Instant issueTime,
    SiteSun sun,
    NwpView nwp,
    List<NwpView> neighbours,
    GenerationView generation,
    SatelliteView satellite,
    Optional<TerrainSample> terrain) {}
