package org.skywatt.green.fleet;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A job that finds no room, and the nearest that could be offered instead.
 *
 * @param job position in the fleet's list of jobs
 * @param reason one sentence
 * @param deadline the soonest deadline it could keep as it is, if the costs reach so far
 * @param powerKw the most power with which it would fit before its deadline, kW, if any
 */
public record Refusal(int job, String reason, OptionalInt deadline, OptionalDouble powerKw) {}
