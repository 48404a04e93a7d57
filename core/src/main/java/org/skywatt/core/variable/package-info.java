/** Canonical variables with their unit, physical limits and meaning in time. */
package org.skywatt.core.variable;
