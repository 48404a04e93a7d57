package org.skywatt.features.view;

import java.io.Serializable;
import java.time.Instant;
import org.skywatt.core.sample.TerrainSample;

/** The ground as {@code source} has it, and since when that could be known. */
public record KnownTerrain(String source, Instant availableAt, TerrainSample sample)
    implements Serializable {}
