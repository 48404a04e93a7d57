package org.skywatt.core.cloud;

/**
 * The clouds that come to a site, as one moment's images tell it.
 *
 * @param mean cloud index at each lead; NaN where it would come from missing pixels or from beyond
 *     the image
 * @param spread standard deviation of the index among the places from which the clouds may come at
 *     each lead; NaN like the mean
 * @param rightMs motion of the clouds over the site towards growing columns, m/s; NaN where the
 *     images don't tell
 * @param downMs the same towards growing rows, m/s
 * @param confidence of the motion, 0 to 1: see {@link org.skywatt.core.motion.Motion}
 * @param trendPerHour change of the clear-sky index around the site over the last hour, 1/h; NaN
 *     with fewer than three images of it
 * @param variability standard deviation of the cloud index within 10 km of the site; NaN where most
 *     is missing
 * @param upstreamTexture the same around the places from which the clouds of the next hour come, in
 *     the mean
 */
public record SiteClouds(
    float[] mean,
    float[] spread,
    float rightMs,
    float downMs,
    float confidence,
    float trendPerHour,
    float variability,
    float upstreamTexture) {}
