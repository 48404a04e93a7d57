package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.Area;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.hrit.HritReader;
import org.skywatt.ingest.netcdf.NetcdfDataset;
import org.skywatt.ingest.netcdf.NetcdfFiles;
import org.skywatt.ingest.zarr.ZarrDataset;

/**
 * Reads images of geostationary satellites, calibrated where the files tell how. The kind is told
 * by content. Safe to call from several threads.
 *
 * <table>
 * <caption>What is read</caption>
 * <tr><th>kind</th><th>files of a frame</th><th>channels</th></tr>
 * <tr><td>MSG SEVIRI HRIT</td><td>segments, prologue, epilogue</td><td>HRV, IR_108 …</td></tr>
 * <tr><td>GOES ABI level 1b radiances</td><td>one a channel</td><td>C01 … C16</td></tr>
 * <tr><td>GOES ABI level 2 as NetCDF</td><td>one a product</td><td>CMI, CMI_C13, DSR …</td></tr>
 * <tr><td>MTG FCI level 1c</td><td>the body chunks of a repeat cycle</td><td>vis_06, ir_105 …</td>
 * </tr>
 * <tr><td>Himawari L1 Gridded Data of JAXA's P-Tree</td><td>one</td><td>albedo_03, tbb_13 …</td></tr>
 * <tr><td>other images by CF on a grid, NetCDF or Zarr</td><td>one; several frames may be in it</td>
 *     <td>the variable's name, or the channel's</td></tr>
 * </table>
 */
public final class SatelliteImages {
  private SatelliteImages() {}

  /**
   * Reads a channel, whole.
   *
   * @see #read(List, String, Optional)
   */
  public static List<SatelliteImage> read(List<Path> files, String channel) throws IOException {
    return read(files, channel, Optional.empty());
  }

  /**
   * Reads a channel of a frame, or of all frames that one file or store holds, in the order of
   * time.
   *
   * @param files of one frame of one satellite, in any order; or one store
   * @param area what is wanted of the image, and little more is read; all of it if empty
   * @return at least one image; empty only where none of them shows anything of the area
   * @throws UnreadableFileException where a file cannot be read, is of another satellite or frame
   *     than the others, or none holds the channel
   */
  public static List<SatelliteImage> read(List<Path> files, String channel, Optional<Area> area)
      throws IOException {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no files to read channel " + channel + " from");
    }
    List<Path> distinct = new ArrayList<>(new LinkedHashSet<>(files));
    for (Path file : distinct) {
      if (!Files.exists(file)) {
        throw new UnreadableFileException(file, "", "no such file");
      }
    }
    Path first = distinct.get(0);
    if (!Files.isDirectory(first) && HritReader.isHrit(first)) {
      return HritImages.read(distinct, channel, area);
    }
    if (ZarrDataset.isZarr(first)) {
      try (ZarrDataset store = new ZarrDataset(first)) {
        requireOne(distinct);
        return GriddedImages.read(new CfImages(store), channel, area);
      }
    }
    if (Files.isDirectory(first) || !NetcdfFiles.isNetcdf(first)) {
      throw new UnreadableFileException(
          first, "", "no HRIT, NetCDF or Zarr, of which images are read");
    }
    return readNetcdf(distinct, channel, area);
  }

  private static void requireOne(List<Path> files) throws UnreadableFileException {
    if (files.size() > 1) {
      throw new UnreadableFileException(
          files.get(1), "", "a second file, where one holds the whole frame");
    }
  }

  private static List<SatelliteImage> readNetcdf(
      List<Path> files, String channel, Optional<Area> area) throws IOException {
    List<Path> radiances = new ArrayList<>();
    boolean chunks = true;
    for (Path file : files) {
      try (NetcdfDataset dataset = new NetcdfDataset(file)) {
        CfImages own = new CfImages(dataset);
        if (FciImages.isFci(own)) {
          break;
        }
        if (!AbiImages.isRadiance(own)) {
          requireOne(files);
          return HimawariImages.isHimawari(own)
              ? HimawariImages.read(own, channel, area)
              : GriddedImages.read(own, channel, area);
        }
        chunks = false;
        if (AbiImages.channel(own).equals(channel)) {
          radiances.add(file);
        }
      }
    }
    if (chunks) {
      return FciImages.read(files, channel, area);
    }
    if (radiances.isEmpty()) {
      throw UnreadableFileException.absent(
          files.get(0), "channel " + channel, "none of the files holds it");
    }
    requireOne(radiances);
    try (NetcdfDataset dataset = new NetcdfDataset(radiances.get(0))) {
      return AbiImages.read(new CfImages(dataset), area);
    }
  }
}
