/**
 * Wind and what turbines make of it: vertical profiles, stability, air density, power curves,
 * rotor, storms and ice. Pure functions.
 */
package org.skywatt.core.wind;
