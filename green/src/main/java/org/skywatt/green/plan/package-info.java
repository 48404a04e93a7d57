/**
 * Choosing time slots for work: pure functions from the cost of each slot to the slots to run in.
 * Slots are numbered; which moment a number means is the caller's affair.
 */
package org.skywatt.green.plan;
