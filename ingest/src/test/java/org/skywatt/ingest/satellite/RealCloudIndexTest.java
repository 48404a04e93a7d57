package org.skywatt.ingest.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skywatt.core.cloud.CloudIndex;
import org.skywatt.core.cloud.CloudReflectance;
import org.skywatt.core.cloud.FrameCheck;
import org.skywatt.core.cloud.GroundReflectance;
import org.skywatt.core.cloud.SiteClouds;
import org.skywatt.core.cloud.SiteNowcast;
import org.skywatt.core.cloud.SnowGuard;
import org.skywatt.core.motion.Plane;
import org.skywatt.ingest.reader.FieldFiles;

/**
 * Clouds, clear sea and land, and the snow of the Alps on a real hour of SEVIRI's HRV channel, 1
 * April 2020 at noon. Rows go north, columns west. A month of one slot is not at hand: the hour's
 * images stand in for it.
 */
class RealCloudIndexTest {
  /** A count that space has, and counts to a reflectance of 1 at this sun; both roughly. */
  private static final float DARK = 51;

  private static final float WHITE = 590;

  private static final Box BISCAY = new Box(90, 190, 900, 1050);
  private static final Box FRANCE = new Box(260, 370, 330, 500);
  private static final Box ATLANTIC_CLOUDS = new Box(150, 220, 1450, 1700);
  private static final Box ALPS = new Box(40, 150, 40, 200);

  private static final List<Plane> COUNTS = new ArrayList<>();
  private static final List<Plane> REFLECTANCES = new ArrayList<>();
  private static final List<Instant> TIMES = new ArrayList<>();

  private record Box(int top, int bottom, int left, int right) {
    double median(Plane plane) {
      float[] values = new float[(bottom - top) * (right - left)];
      int known = 0;
      for (int row = top; row < bottom; row++) {
        for (int column = left; column < right; column++) {
          values[known++] = plane.at(row, column);
        }
      }
      Arrays.sort(values);
      return values[known / 2];
    }

    double part(BitSet pixels, int columns) {
      int set = 0;
      for (int row = top; row < bottom; row++) {
        set += pixels.get(row * columns + left, row * columns + right).cardinality();
      }
      return (double) set / ((bottom - top) * (right - left));
    }
  }

  @BeforeAll
  static void read() throws IOException {
    Path store =
        Path.of(System.getProperty("skywatt.shared", "absent"), "gb_20200401/hrv_sat_data.zarr");
    assumeTrue(Files.isDirectory(store), "the real images are not there");
    FieldFiles.read(
        store,
        field -> {
          Plane image = new Plane(field.grid().rows(), field.grid().columns(), field.values());
          COUNTS.add(image);
          REFLECTANCES.add(reflectance(image));
          TIMES.add(field.header().validTime());
        });
  }

  @AfterAll
  static void forget() {
    COUNTS.clear();
    REFLECTANCES.clear();
  }

  private static Plane reflectance(Plane image) {
    Plane out = new Plane(image.rows(), image.columns());
    for (int i = 0; i < out.values().length; i++) {
      out.values()[i] = (image.values()[i] - DARK) / WHITE;
    }
    return out;
  }

  @Test
  void clearSeaAndLandAreNearZeroAndThickCloudsNearOne() {
    Plane ground = GroundReflectance.of(REFLECTANCES.subList(0, 10));
    double cloud = CloudReflectance.of(REFLECTANCES.subList(0, 10));
    Plane index = CloudIndex.of(REFLECTANCES.get(13), ground, cloud);
    assertThat(cloud).isBetween(0.65, 0.85);
    assertThat(BISCAY.median(index)).isBetween(-0.03, 0.03);
    assertThat(FRANCE.median(index)).isBetween(-0.05, 0.05);
    // The clouds were there the whole hour: only the sea's own brightness makes them clouds.
    Plane sea = new Plane(ground.rows(), ground.columns());
    Arrays.fill(sea.values(), (float) BISCAY.median(ground));
    Plane overSea = CloudIndex.of(REFLECTANCES.get(13), sea, cloud);
    assertThat(BISCAY.median(overSea)).isBetween(-0.03, 0.03);
    assertThat(ATLANTIC_CLOUDS.median(overSea)).isBetween(0.75, 1.2);
  }

  /** As after the first snow. The box holds dark valleys and clouds too. */
  @Test
  void theAlpsAreSnowAndTheCloudsAreNot() {
    Plane ground = new Plane(REFLECTANCES.get(0).rows(), REFLECTANCES.get(0).columns());
    Arrays.fill(ground.values(), (float) FRANCE.median(REFLECTANCES.get(0)));
    double cloud = CloudReflectance.of(REFLECTANCES);
    BitSet snow = SnowGuard.find(REFLECTANCES, ground, cloud, Optional.empty());
    assertThat(ALPS.part(snow, ground.columns())).isGreaterThan(0.15);
    assertThat(ATLANTIC_CLOUDS.part(snow, ground.columns())).isLessThan(0.005);
    assertThat(FRANCE.part(snow, ground.columns())).isLessThan(0.005);
  }

  /** 400 places over the image but its edges, issued at 12:15, against persistence. */
  @Test
  void sitesSeeTheCloudsThatCome() {
    List<FrameCheck.Timed> frames = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      frames.add(new FrameCheck.Timed(REFLECTANCES.get(i), TIMES.get(i)));
    }
    Plane newest = REFLECTANCES.get(3);
    float[] rows = new float[400];
    float[] columns = new float[400];
    for (int site = 0; site < 400; site++) {
      rows[site] = 100 + site / 20 * 35;
      columns[site] = 100 + site % 20 * 85;
    }
    double[] leads = {15, 30, 45};
    List<SiteClouds> clouds =
        SiteNowcast.of(frames, rows, columns, leads, new SiteNowcast.PixelSize(2, 1.2));
    for (int lead = 0; lead < leads.length; lead++) {
      Plane outcome = REFLECTANCES.get(3 + 3 * (lead + 1));
      double error = 0;
      double still = 0;
      double spread = 0;
      for (int site = 0; site < 400; site++) {
        float truth = outcome.at((int) rows[site], (int) columns[site]);
        error += Math.pow(clouds.get(site).mean()[lead] - truth, 2);
        still += Math.pow(newest.at((int) rows[site], (int) columns[site]) - truth, 2);
        spread += Math.pow(clouds.get(site).spread()[lead], 2);
      }
      assertThat(Math.sqrt(error / still)).as("lead %s", leads[lead]).isLessThan(0.75);
      // The spread tells the error that is to be expected.
      assertThat(Math.sqrt(spread / error)).as("lead %s", leads[lead]).isBetween(0.7, 1.4);
    }
  }

  @Test
  void soundImagesAreNotFlagged() {
    for (int i = 1; i < COUNTS.size(); i++) {
      Plane image = COUNTS.get(i);
      Optional<FrameCheck.Timed> before =
          Optional.of(new FrameCheck.Timed(COUNTS.get(i - 1), TIMES.get(i - 1)));
      Instant time = TIMES.get(i);
      assertThat(
              FrameCheck.flags(
                  image, time, time.plusSeconds(300), before, image.rows(), image.columns()))
          .isEmpty();
    }
  }
}
