package org.skywatt.ingest.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.ingest.file.Sampled;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

class SatelliteFileSamplerTest {
  private static final SatelliteSource SOURCE =
      new SatelliteSource(
          "test", Duration.ofMinutes(10), "*", Duration.ofMinutes(15), "reflectance", "");
  private static final Instant SCAN = Instant.parse("2026-06-01T10:15:00Z");

  @TempDir Path folder;

  private static Site site(String id, double latitude, double longitude) {
    return new WindSite(
        new SiteId(id), id, "demo", new Location(latitude, longitude, 0), 1000, 80, 90, "any");
  }

  /** Two scans over 4° × 4°: cloud 0.5 east of 0° and none west of it; then nothing (night). */
  private Path file(String reflectanceName) throws IOException, InvalidRangeException {
    Path file = folder.resolve("scans.nc");
    int n = 41;
    NetcdfFileWriter writer =
        NetcdfFileWriter.createNew(NetcdfFileWriter.Version.netcdf3, file.toString());
    try {
      writer.addDimension(null, "time", 2);
      writer.addDimension(null, "lat", n);
      writer.addDimension(null, "lon", n);
      writer.addGroupAttribute(null, new Attribute("cloud_reflectance", 0.8));
      Variable time = writer.addVariable(null, "time", DataType.DOUBLE, "time");
      writer.addVariableAttribute(time, new Attribute("units", "seconds since 1970-01-01"));
      Variable lat = writer.addVariable(null, "lat", DataType.DOUBLE, "lat");
      Variable lon = writer.addVariable(null, "lon", DataType.DOUBLE, "lon");
      Variable ground = writer.addVariable(null, "ground_reflectance", DataType.SHORT, "lat lon");
      Variable scans = writer.addVariable(null, reflectanceName, DataType.SHORT, "time lat lon");
      for (Variable each : List.of(ground, scans)) {
        writer.addVariableAttribute(each, new Attribute("scale_factor", 0.001));
        writer.addVariableAttribute(each, new Attribute("add_offset", 0.1));
        writer.addVariableAttribute(each, new Attribute("_FillValue", (short) -1));
      }
      writer.create();
      double first = SCAN.getEpochSecond();
      writer.write(time, Array.factory(new double[] {first, first + 900}));
      double[] down = new double[n];
      double[] across = new double[n];
      short[] bare = new short[n * n];
      short[] values = new short[2 * n * n];
      Arrays.fill(values, (short) -1);
      for (int i = 0; i < n * n; i++) {
        int row = i / n;
        int column = i % n;
        down[row] = 2 - row * 0.1;
        across[column] = -2 + column * 0.1;
        bare[i] = 100; // 0.2
        values[i] = (short) (across[column] > 0.05 ? 400 : 100); // 0.5 where cloudy
      }
      writer.write(lat, Array.factory(down));
      writer.write(lon, Array.factory(across));
      writer.write(ground, Array.factory(DataType.SHORT, new int[] {n, n}, bare));
      writer.write(scans, Array.factory(DataType.SHORT, new int[] {2, n, n}, values));
    } finally {
      writer.close();
    }
    return file;
  }

  @Test
  void seesCloudWhereItIs() throws IOException, InvalidRangeException {
    Sampled<SatelliteSample> sampled =
        new SatelliteFileSampler(
                SOURCE,
                List.of(site("clear", 0, -0.5), site("cloudy", 0, 0.5), site("far", 40, 0)),
                List.of())
            .sample(file("reflectance"));
    assertThat(sampled.rows()).hasSize(2);
    SatelliteSample clear = sampled.rows().get(0);
    assertThat(clear.scanTime()).isEqualTo(SCAN);
    assertThat(clear.availableAt()).isEqualTo(SCAN.plus(Duration.ofMinutes(10)));
    assertThat(clear.cloudIndex()).isCloseTo(0, within(1e-5f));
    assertThat(sampled.rows().get(1).cloudIndex()).isCloseTo(0.5f, within(1e-5f));
    for (int i = 0; i < Surroundings.COUNT; i++) {
      // Half a degree is 55.6 km: eastwards the third ring and beyond are in the cloud.
      double east =
          Surroundings.distanceKm(i) * Math.sin(Math.toRadians(Surroundings.bearingDeg(i)));
      if (Math.abs(east - 55.6) > 12) {
        assertThat(clear.surroundings()[i])
            .as("point " + i)
            .isCloseTo(east > 55.6 ? 0.5f : 0f, within(1e-4f));
      }
    }
    assertThat(sampled.reasons()).containsExactly("site far is outside the image of test");
  }

  @Test
  void refusesOtherFilesInOneLine() throws IOException, InvalidRangeException {
    SatelliteFileSampler sampler =
        new SatelliteFileSampler(SOURCE, List.of(site("a", 0, 0)), List.of());
    Path other = file("brightness");
    assertThatThrownBy(() -> sampler.sample(other))
        .hasMessageContaining("scans.nc, variable reflectance: missing");
    byte[] whole = Files.readAllBytes(file("reflectance"));
    Path cut = Files.write(folder.resolve("cut.nc"), Arrays.copyOf(whole, 300));
    assertThatThrownBy(() -> sampler.sample(cut)).hasMessageContaining("cut.nc");
    Path text = Files.writeString(folder.resolve("text.nc"), "not it");
    assertThatThrownBy(() -> sampler.sample(text))
        .hasMessageContaining("not a NetCDF-3 or NetCDF-4 file");
  }
}
