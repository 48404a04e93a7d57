package org.skywatt.ingest.simulated;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.SolarPosition;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/**
 * Scans of the true clouds as NetCDF-3: reflectance between that of the ground (dark sea, brighter
 * land) and that of cloud, with noise that grows as the sun sinks.
 */
final class SatelliteFile {
  static final Duration SCAN_EVERY = Duration.ofMinutes(15);

  private static final double LOWEST_SUN_DEG = -2;
  private static final double CLOUD_REFLECTANCE = 0.8;
  private static final double SEA_REFLECTANCE = 0.06;
  private static final double SCALE = 1e-4;
  private static final short FILL = Short.MIN_VALUE;

  private final long seed;
  private final Weather weather;
  private final LatLonGrid grid = Region.SATELLITE_GRID;
  private final double[] ground;

  SatelliteFile(long seed, Weather weather, SimulatedTerrain terrain) {
    this.seed = Noise.seed(seed, "satellite");
    this.weather = weather;
    ground = new double[grid.size()];
    for (int i = 0; i < ground.length; i++) {
      double elevation =
          terrain.elevationM(grid.latitude(i / grid.columns()), grid.longitude(i % grid.columns()));
      ground[i] = elevation > 0 ? 0.18 + 0.04 * Math.tanh(elevation / 1000) : SEA_REFLECTANCE;
    }
  }

  /** Times of the scans in {@code (from, to]}: the sun is up, or nearly. */
  List<Instant> scans(Instant from, Instant to) {
    List<Instant> scans = new ArrayList<>();
    for (Instant scan = from.plus(SCAN_EVERY); !scan.isAfter(to); scan = scan.plus(SCAN_EVERY)) {
      if (sunElevation(scan) > LOWEST_SUN_DEG) {
        scans.add(scan);
      }
    }
    return scans;
  }

  void write(Path file, List<Instant> scans) throws IOException {
    NetcdfFileWriter writer =
        NetcdfFileWriter.createNew(NetcdfFileWriter.Version.netcdf3, file.toString());
    try {
      writer.addDimension(null, "time", scans.size());
      writer.addDimension(null, "lat", grid.rows());
      writer.addDimension(null, "lon", grid.columns());
      writer.addGroupAttribute(null, new Attribute("title", "SIMULATED satellite scans"));
      writer.addGroupAttribute(null, new Attribute("source", "simulated-satellite"));
      writer.addGroupAttribute(null, new Attribute("Conventions", "CF-1.6"));
      writer.addGroupAttribute(null, new Attribute("cloud_reflectance", CLOUD_REFLECTANCE));
      Variable time = axis(writer, "time", "seconds since 1970-01-01T00:00:00Z");
      Variable lat = axis(writer, "lat", "degrees_north");
      Variable lon = axis(writer, "lon", "degrees_east");
      Variable groundVariable = packed(writer, "ground_reflectance", "lat lon");
      Variable reflectance = packed(writer, "reflectance", "time lat lon");
      writer.create();
      double[] seconds = scans.stream().mapToDouble(Instant::getEpochSecond).toArray();
      writer.write(time, Array.factory(seconds));
      writer.write(lat, Array.factory(latitudes()));
      writer.write(lon, Array.factory(longitudes()));
      writer.write(groundVariable, array(pack(ground), grid.rows(), grid.columns()));
      short[] all = new short[scans.size() * grid.size()];
      for (int i = 0; i < scans.size(); i++) {
        System.arraycopy(pack(scan(scans.get(i))), 0, all, i * grid.size(), grid.size());
      }
      writer.write(reflectance, array(all, scans.size(), grid.rows(), grid.columns()));
    } catch (InvalidRangeException e) {
      throw new IllegalStateException(e);
    } finally {
      writer.close();
    }
  }

  private double[] scan(Instant time) {
    double t = Region.hours(time);
    double west = Region.x(grid.firstLongitude()) - 1;
    double east = Region.x(grid.longitude(grid.columns() - 1)) + 1;
    double south = Region.y(grid.latitude(grid.rows() - 1)) - 1;
    double north = Region.y(grid.firstLatitude()) + 1;
    Weather.Clouds clouds =
        weather.clouds(Weather.RESOLVED_BY_SATELLITE, t, west, south, east, north);
    double noise = 0.015 + 0.05 * Math.exp(-Math.max(sunElevation(time), 0) / 4);
    long own = Noise.seed(seed, time.getEpochSecond());
    double[] reflectance = new double[grid.size()];
    for (int i = 0; i < reflectance.length; i++) {
      double x = Region.x(grid.longitude(i % grid.columns()));
      double y = Region.y(grid.latitude(i / grid.columns()));
      double cloud = Weather.cloudIndex(clouds.potential(x, y));
      reflectance[i] =
          Noise.lerp(ground[i], CLOUD_REFLECTANCE, cloud)
              + noise * Math.sqrt(3) * Noise.lattice(own, i, 0, 0);
    }
    return reflectance;
  }

  private static double sunElevation(Instant time) {
    Location middle =
        new Location((Region.SOUTH + Region.NORTH) / 2, (Region.WEST + Region.EAST) / 2, 0);
    return SolarPosition.of(time, middle).elevationDeg();
  }

  private double[] latitudes() {
    double[] latitudes = new double[grid.rows()];
    for (int row = 0; row < latitudes.length; row++) {
      latitudes[row] = grid.latitude(row);
    }
    return latitudes;
  }

  private double[] longitudes() {
    double[] longitudes = new double[grid.columns()];
    for (int column = 0; column < longitudes.length; column++) {
      longitudes[column] = grid.longitude(column);
    }
    return longitudes;
  }

  private static Variable axis(NetcdfFileWriter writer, String name, String units) {
    Variable axis = writer.addVariable(null, name, DataType.DOUBLE, name);
    writer.addVariableAttribute(axis, new Attribute("units", units));
    return axis;
  }

  private static Variable packed(NetcdfFileWriter writer, String name, String dimensions) {
    Variable variable = writer.addVariable(null, name, DataType.SHORT, dimensions);
    writer.addVariableAttribute(variable, new Attribute("units", "1"));
    writer.addVariableAttribute(variable, new Attribute("scale_factor", SCALE));
    writer.addVariableAttribute(variable, new Attribute("add_offset", 0.0));
    writer.addVariableAttribute(variable, new Attribute("_FillValue", FILL));
    return variable;
  }

  private static short[] pack(double[] values) {
    short[] packed = new short[values.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (short) Math.round(values[i] / SCALE);
    }
    return packed;
  }

  private static Array array(short[] values, int... shape) {
    return Array.factory(DataType.SHORT, shape, values);
  }
}
