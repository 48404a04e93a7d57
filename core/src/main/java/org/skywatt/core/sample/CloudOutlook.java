package org.skywatt.core.sample;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;

/**
 * What the motion of the clouds up to a scan tells of the time after it, at a site. NaN where
 * missing: at night, without earlier scans, or where what comes is beyond the image.
 *
 * @param cloudIndex that motion carries to the site, at {@link #LEADS} leads
 * @param spread its standard deviation at each of them, from the uncertainty of the motion
 * @param eastMs motion of the clouds over the site, towards east, m/s
 * @param northMs towards north, m/s
 * @param confidence in the motion, 0 to 1
 * @param trendPerHour of the clear-sky index over the site in the hour before, 1/h
 * @param variability standard deviation of the cloud index within about 10 km
 * @param texture standard deviation of the cloud index upstream, on the way of the next hour
 */
public record CloudOutlook(
    float[] cloudIndex,
    float[] spread,
    float eastMs,
    float northMs,
    float confidence,
    float trendPerHour,
    float variability,
    float texture)
    implements Serializable {
  /** Number of leads: every {@link #STEP_MINUTES} from the scan on. */
  public static final int LEADS = 16;

  /** Time between leads; the first lead is one of it. */
  public static final int STEP_MINUTES = 15;

  /** From the scan to the last lead. */
  public static final Duration REACH = Duration.ofMinutes((long) LEADS * STEP_MINUTES);

  /** Nothing is known. */
  public static final CloudOutlook NONE =
      new CloudOutlook(
          missing(), missing(), Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN);

  public CloudOutlook {
    if (cloudIndex.length != LEADS || spread.length != LEADS) {
      throw new IllegalArgumentException(
          "expected " + LEADS + " leads, got " + cloudIndex.length + " and " + spread.length);
    }
  }

  /**
   * The cloud index {@code minutes} after the scan, linear between the leads and from the index at
   * the scan, {@code now}; NaN before the scan and beyond the last lead.
   */
  public double cloudIndexAt(double minutes, double now) {
    return at(cloudIndex, minutes, now);
  }

  /** Its standard deviation, likewise; 0 at the scan. */
  public double spreadAt(double minutes) {
    return at(spread, minutes, 0);
  }

  private static double at(float[] values, double minutes, double now) {
    double position = minutes / STEP_MINUTES;
    if (!(position >= 0) || position > LEADS) {
      return Double.NaN;
    }
    int before = (int) Math.floor(position);
    double from = before == 0 ? now : values[before - 1];
    return before == LEADS ? from : from + (position - before) * (values[before] - from);
  }

  private static float[] missing() {
    float[] values = new float[LEADS];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
