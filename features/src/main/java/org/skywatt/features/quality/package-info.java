/**
 * What is wrong with a series of metered power, found from the series itself and the sun: checks
 * that flag rows with a reason, change points of the clock and of the effective capacity, and the
 * report over all of them. Nothing is changed or deleted. Pure functions.
 */
package org.skywatt.features.quality;
