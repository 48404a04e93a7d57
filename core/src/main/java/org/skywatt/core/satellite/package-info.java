/**
 * What a geostationary imager measures, as pure functions: radiance to reflectance and brightness
 * temperature, and the angles between sun, pixel and satellite. No files.
 */
package org.skywatt.core.satellite;
