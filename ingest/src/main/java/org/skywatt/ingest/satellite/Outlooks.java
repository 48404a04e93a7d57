package org.skywatt.ingest.satellite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.cloud.FrameCheck;
import org.skywatt.core.cloud.SiteClouds;
import org.skywatt.core.cloud.SiteNowcast;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.sample.CloudOutlook;

/** What the motion of the clouds up to an image tells of the time after it, at sites. */
public final class Outlooks {
  private static final double KM_A_DEGREE = 111.2;
  private static final double[] LEADS = leads();

  private Outlooks() {}

  private static double[] leads() {
    double[] leads = new double[CloudOutlook.LEADS];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = (i + 1) * (double) CloudOutlook.STEP_MINUTES;
    }
    return leads;
  }

  /**
   * One outlook a site, in their order; {@link CloudOutlook#NONE} for one beyond the image.
   *
   * @param frames images of the cloud index on {@code grid}, the newest last
   * @param sites where each site lies on it
   */
  public static List<CloudOutlook> of(
      List<FrameCheck.Timed> frames, Grid grid, List<Optional<BilinearWeights>> sites) {
    float[] rows = new float[sites.size()];
    float[] columns = new float[rows.length];
    boolean any = false;
    for (int i = 0; i < rows.length; i++) {
      Optional<BilinearWeights> place = sites.get(i);
      rows[i] = place.isEmpty() ? Float.NaN : row(place.get(), grid);
      columns[i] = place.isEmpty() ? Float.NaN : column(place.get(), grid);
      any |= place.isPresent();
    }
    List<CloudOutlook> outlooks = new ArrayList<>(rows.length);
    if (!any) {
      sites.forEach(site -> outlooks.add(CloudOutlook.NONE));
      return outlooks;
    }
    // Of the middle of the image, so that a site's outlook does not hang on the other sites.
    Axes axes = Axes.at(grid, grid.rows() / 2 * grid.columns() + grid.columns() / 2);
    SiteNowcast.PixelSize pixel = new SiteNowcast.PixelSize(axes.down.km(), axes.right.km());
    List<SiteClouds> clouds = SiteNowcast.of(frames, rows, columns, LEADS, pixel);
    for (int i = 0; i < rows.length; i++) {
      outlooks.add(
          sites.get(i).isEmpty()
              ? CloudOutlook.NONE
              : axes.outlook(clouds.get(i), Axes.at(grid, sites.get(i).get().topLeft())));
    }
    return outlooks;
  }

  private static float row(BilinearWeights place, Grid grid) {
    int above = place.topLeft() / grid.columns();
    return (float) (above + place.down());
  }

  private static float column(BilinearWeights place, Grid grid) {
    return (float) (place.topLeft() % grid.columns() + place.right());
  }

  /** A step on the earth, km. */
  private record Step(double eastKm, double northKm) {
    static Step between(Grid grid, int from, int to) {
      double latitude = grid.pointLatitude(from);
      double east =
          Math.IEEEremainder(grid.pointLongitude(to) - grid.pointLongitude(from), 360)
              * KM_A_DEGREE
              * Math.cos(Math.toRadians(latitude));
      return new Step(east, (grid.pointLatitude(to) - latitude) * KM_A_DEGREE);
    }

    double km() {
      return Math.hypot(eastKm, northKm);
    }
  }

  /** The steps from a pixel to the next column and the next row. */
  private record Axes(Step right, Step down) {
    static Axes at(Grid grid, int topLeft) {
      return new Axes(
          Step.between(grid, topLeft, topLeft + 1),
          Step.between(grid, topLeft, topLeft + grid.columns()));
    }

    /** Motion is told in pixels of these axes, and lies along those of the site. */
    CloudOutlook outlook(SiteClouds clouds, Axes site) {
      double along = clouds.rightMs() / right.km();
      double across = clouds.downMs() / down.km();
      return new CloudOutlook(
          clouds.mean(),
          clouds.spread(),
          (float) (along * site.right.eastKm() + across * site.down.eastKm()),
          (float) (along * site.right.northKm() + across * site.down.northKm()),
          clouds.confidence(),
          clouds.trendPerHour(),
          clouds.variability(),
          clouds.upstreamTexture());
    }
  }
}
