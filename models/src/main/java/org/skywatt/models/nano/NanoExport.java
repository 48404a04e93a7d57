package org.skywatt.models.nano;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.skywatt.features.schema.Feature;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.forest.NanoForest;

/** Makes the one file that {@link NanoRunner} describes: a jar with a model and the runner. */
public final class NanoExport {
  /** A file may be so large, bytes. */
  public static final int MOST_BYTES = 200_000;

  private static final String RUNNER = NanoRunner.class.getName().replace('.', '/') + ".class";
  private static final String MANIFEST =
      "Manifest-Version: 1.0\r\nMain-Class: " + NanoRunner.class.getName() + "\r\n\r\n";

  private NanoExport() {}

  /**
   * The file; the same bundle gives the same bytes.
   *
   * @throws IOException if the model is damaged, or takes more than {@link #MOST_BYTES}
   */
  public static byte[] of(ModelBundle bundle) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
        InputStream runner = NanoExport.class.getResourceAsStream("/" + RUNNER)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      add(zip, "META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.US_ASCII));
      add(zip, RUNNER, runner.readAllBytes());
      add(zip, "model.nano", model(bundle));
    }
    if (bytes.size() > MOST_BYTES) {
      throw new IOException(
          bundle.card().id()
              + " takes "
              + (bytes.size() + 999) / 1000
              + " kB as one file, "
              + MOST_BYTES / 1000
              + " kB are allowed: export a smaller size (skywatt models list)");
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** What {@link NanoRunner} reads, of any size: also what the service forecasts new sites with. */
  public static byte[] model(ModelBundle bundle) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(NanoRunner.MAGIC);
    out.writeUTF(bundle.card().id());
    out.writeUTF(bundle.schema().hash());
    out.writeUTF(bundle.card().licence());
    out.writeBoolean(bundle.shipped().solar());
    out.writeInt(bundle.schema().size());
    for (Feature feature : bundle.schema().features()) {
      out.writeUTF(feature.name());
      out.writeUTF(feature.unit());
      out.writeBoolean(feature.sources().contains(Feature.Source.GENERATION));
    }
    NanoForest forest = NanoForest.of(bundle.model());
    float[] start = forest.start();
    out.writeInt(start.length);
    for (int i = 0; i < start.length; i++) {
      out.writeDouble(bundle.levels()[i]);
      out.writeFloat(start[i]);
    }
    forest.writeTrees(out);
    write(Calibration.rangesHours(), out);
    Map<String, LevelMap> maps = new TreeMap<>(bundle.calibration().maps());
    out.writeInt(maps.size());
    for (Map.Entry<String, LevelMap> map : maps.entrySet()) {
      out.writeUTF(map.getKey());
      for (double level : map.getValue().levels()) {
        out.writeDouble(level);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(double[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }
}
