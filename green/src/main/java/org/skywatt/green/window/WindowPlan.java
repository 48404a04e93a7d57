package org.skywatt.green.window;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a {@link WindowRequest}.
 *
 * @param now the window that starts at once, to compare with
 * @param windows the best ones, most expected energy first; they do not overlap
 * @param searchedUntil the deadline, or the end of the forecast where that comes first
 */
public record WindowPlan(GreenWindow now, List<GreenWindow> windows, Instant searchedUntil) {}
