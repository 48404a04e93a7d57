/** The search for a recipe, within a budget of energy, and the file that keeps what it found. */
package org.skywatt.models.tune;
