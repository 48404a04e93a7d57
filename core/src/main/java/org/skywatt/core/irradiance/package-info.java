/**
 * Irradiance at the ground: more clear-sky models and their turbidity, decomposition of GHI into
 * beam and diffuse, the Perez sky on tilted planes, and shading by the horizon. Pure functions over
 * the angles of {@link org.skywatt.core.solar}.
 */
package org.skywatt.core.irradiance;
