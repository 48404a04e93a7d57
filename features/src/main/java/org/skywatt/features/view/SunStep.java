package org.skywatt.features.view;

/**
 * The sun at a site over one interval.
 *
 * @param zenithDeg apparent zenith at the middle, degrees
 * @param azimuthDeg azimuth at the middle, degrees clockwise from north
 * @param clearSkyGhiWm2 mean clear-sky GHI over the interval
 * @param clearSkyPlaneWm2 mean clear-sky irradiance in the plane of the modules
 * @param night whether the sun stays below −0.833° throughout
 */
public record SunStep(
    double zenithDeg,
    double azimuthDeg,
    double clearSkyGhiWm2,
    double clearSkyPlaneWm2,
    boolean night) {}
