package org.skywatt.ingest.frame;

import java.time.Instant;
import org.skywatt.core.grid.GridWindow;

/**
 * One channel of a kept frame, on its own grid.
 *
 * @param holes how many of its values are missing
 */
record KeptChannel(GridWindow grid, Instant scanTime, int holes, float[] values) {}
