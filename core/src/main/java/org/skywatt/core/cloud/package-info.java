/**
 * Clouds out of satellite images, pixel by pixel: whether an image can be trusted, the ground as it
 * looks without clouds, the cloud index of Heliosat, its stand-in by infrared at night, and the
 * clear-sky index. Arrays in, arrays out, nothing remembered: what is learned from the past is
 * handed in. Images are {@link org.skywatt.core.motion.Plane}s, NaN where missing.
 */
package org.skywatt.core.cloud;
