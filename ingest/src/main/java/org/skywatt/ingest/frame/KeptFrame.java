package org.skywatt.ingest.frame;

import java.time.Instant;
import java.util.Optional;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.motion.Plane;

/**
 * What is kept of a frame, as received.
 *
 * @param slot that it belongs to
 * @param scanTime when the middle row of the kept part was scanned
 * @param availableAt when the last of its channels could first be known
 * @param grid of both channels
 * @param visible reflectance factor; empty where it has not come
 * @param infrared brightness temperature, K; empty where it has not come or is not used
 */
record KeptFrame(
    Instant slot,
    Instant scanTime,
    Instant availableAt,
    GridWindow grid,
    Optional<Plane> visible,
    Optional<Plane> infrared) {}
