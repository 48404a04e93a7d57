/**
 * The protocols of published experiments on shifting work in time, run on their data: what the
 * planner would have saved, and what the papers' own programs did.
 */
package org.skywatt.green.replay;
