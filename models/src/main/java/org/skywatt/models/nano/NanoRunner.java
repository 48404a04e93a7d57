package org.skywatt.models.nano;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Forecasts with an exported model on a bare JRE; nothing but the JDK is used here. {@code java
 * -jar FILE name=value …} forecasts one step, and {@code java -jar FILE < rows.csv} one a line,
 * whose first line names its columns. Each answer is a line of the 99 percentiles, fractions of
 * capacity.
 *
 * <p>Names are those of the features that the model learned from; what is absent, empty or {@code
 * nan} is missing. Beside them: {@code lead_minutes} from the issue to the end of the step
 * (needed), {@code tier} (default {@code full}), {@code night} (1 where the sun is down
 * throughout).
 *
 * <p>The file is a jar; its entry {@code model.nano} holds, big-endian, texts as {@link
 * java.io.DataOutput#writeUTF} writes them: the text {@code skywatt-nano 2}; model id, schema's
 * hash and licence; whether it is solar (1 byte); the number of features (int), and of each name,
 * unit and whether it tells of the plant's power (1 byte); the number of levels (int), and level
 * (double) and start (float) of each; the number of trees (int), and of each the index of its level
 * (short), the number of nodes (short) and the nodes: feature (short; −1 a leaf; + 16384 if missing
 * goes left) and threshold or the leaf's value (float). Nodes are breadth first: the children of
 * the k-th split are 2 k + 1 and 2 k + 2, those below the threshold left. Then the upper ends of
 * the ranges of leads, hours (int, doubles); the number of level maps (int), and of each its name,
 * {@code tier/range}, and 99 doubles.
 */
public final class NanoRunner {
  static final String MAGIC = "skywatt-nano 2";
  private static final int MISSING_LEFT = 1 << 14;
  private static final double OUTERMOST = 0.001;

  private final String id;
  private final String hash;
  private final String licence;
  private final boolean solar;
  private final List<String> names = new ArrayList<>();
  private final List<Integer> ofPower = new ArrayList<>();
  private final double[] levels;
  private final float[] start;
  private final short[] outputs;
  private final short[][] splits;
  private final float[][] thresholds;
  private final int[][] children;
  private final double[] ranges;
  private final Map<String, double[]> maps = new HashMap<>();

  /** Reads {@code model.nano}. */
  NanoRunner(DataInputStream in) throws IOException {
    if (!in.readUTF().equals(MAGIC)) {
      throw new IOException("no model of format '" + MAGIC + "'");
    }
    id = in.readUTF();
    hash = in.readUTF();
    licence = in.readUTF();
    solar = in.readBoolean();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
      in.readUTF(); // unit
      if (in.readBoolean()) {
        ofPower.add(names.size() - 1);
      }
    }
    start = new float[in.readInt()];
    levels = new double[start.length + 2];
    levels[0] = OUTERMOST;
    levels[start.length + 1] = 1 - OUTERMOST;
    for (int i = 0; i < start.length; i++) {
      levels[i + 1] = in.readDouble();
      start[i] = in.readFloat();
    }
    int trees = in.readInt();
    outputs = new short[trees];
    splits = new short[trees][];
    thresholds = new float[trees][];
    children = new int[trees][];
    for (int tree = 0; tree < trees; tree++) {
      outputs[tree] = in.readShort();
      int nodes = in.readShort();
      splits[tree] = new short[nodes];
      thresholds[tree] = new float[nodes];
      children[tree] = new int[nodes];
      int known = 1;
      for (int node = 0; node < nodes; node++) {
        splits[tree][node] = in.readShort();
        thresholds[tree][node] = in.readFloat();
        children[tree][node] = known;
        known += splits[tree][node] < 0 ? 0 : 2;
      }
    }
    ranges = doubles(in, in.readInt());
    for (int left = in.readInt(); left > 0; left--) {
      maps.put(in.readUTF(), doubles(in, 99));
    }
  }

  private static double[] doubles(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  String id() {
    return id;
  }

  /** Of the feature schema. */
  String hash() {
    return hash;
  }

  String licence() {
    return licence;
  }

  boolean isSolar() {
    return solar;
  }

  /** The 99 percentiles of one step. */
  double[] percentiles(float[] row, String tier, double leadMinutes, boolean night) {
    double[] percentiles = new double[99];
    if (solar && night) {
      return percentiles;
    }
    float[] raw = start.clone();
    for (int tree = 0; tree < splits.length; tree++) {
      int at = 0;
      while (splits[tree][at] >= 0) {
        float value = row[splits[tree][at] & (MISSING_LEFT - 1)];
        boolean left =
            Float.isNaN(value)
                ? (splits[tree][at] & MISSING_LEFT) != 0
                : value < thresholds[tree][at];
        at = children[tree][at] + (left ? 0 : 1);
      }
      raw[outputs[tree]] += thresholds[tree][at];
    }
    double[] values = withTails(raw);
    int range = 0;
    while (range < ranges.length && leadMinutes / 60.0 > ranges[range]) {
      range++;
    }
    boolean weather = tier.equals("full") || tier.equals("no-satellite");
    String situation = weather && !isPowerKnown(row) ? "no-readings" : tier;
    double[] map = maps.get(situation + "/" + range);
    for (int i = 0; i < 99; i++) {
      percentiles[i] = at(map == null ? (i + 1) / 100.0 : map[i], values);
    }
    return percentiles;
  }

  private boolean isPowerKnown(float[] row) {
    for (int feature : ofPower) {
      if (!Float.isNaN(row[feature])) {
        return true;
      }
    }
    return ofPower.isEmpty();
  }

  /** Sorted, within what is possible, and as far beyond as the outermost two are apart. */
  private double[] withTails(float[] raw) {
    int n = raw.length;
    double[] values = new double[n + 2];
    for (int i = 0; i < n; i++) {
      values[i + 1] = Math.min(Math.max(raw[i], 0), 1);
    }
    Arrays.sort(values, 1, n + 1);
    values[0] = Math.max(0, 2 * values[1] - values[2]);
    values[n + 1] = Math.min(1, 2 * values[n] - values[n - 1]);
    return values;
  }

  private double at(double level, double[] values) {
    int last = values.length - 1;
    if (level <= levels[0] || level >= levels[last]) {
      return level <= levels[0] ? values[0] : values[last];
    }
    int upper = 1;
    while (levels[upper] < level) {
      upper++;
    }
    double weight = (level - levels[upper - 1]) / (levels[upper] - levels[upper - 1]);
    double value = values[upper - 1] + weight * (values[upper] - values[upper - 1]);
    return Math.min(value, values[upper]);
  }

  /** A line of percentiles for named values. */
  private String answer(List<String> columns, List<String> texts) {
    float[] row = new float[names.size()];
    Arrays.fill(row, Float.NaN);
    String tier = "full";
    double leadMinutes = Double.NaN;
    boolean night = false;
    if (texts.size() != columns.size()) {
      throw new IllegalArgumentException(
          texts.size() + " values of " + columns.size() + " columns");
    }
    for (int i = 0; i < texts.size(); i++) {
      String name = columns.get(i).strip();
      String text = texts.get(i).strip();
      int feature = names.indexOf(name);
      if (name.equals("tier")) {
        tier = text;
      } else if (name.equals("night")) {
        night = text.equals("1") || text.equals("true");
      } else if (name.equals("lead_minutes")) {
        leadMinutes = number(name, text);
      } else if (feature < 0) {
        throw new IllegalArgumentException("the model has no feature '" + name + "'");
      } else {
        row[feature] = (float) number(name, text);
      }
    }
    if (!(leadMinutes > 0)) {
      throw new IllegalArgumentException("lead_minutes must be a number above 0");
    }
    StringJoiner line = new StringJoiner(",");
    for (double value : percentiles(row, tier, leadMinutes, night)) {
      line.add(Double.toString(value));
    }
    return line.toString();
  }

  private static double number(String name, String text) {
    try {
      boolean missing = text.isEmpty() || text.equalsIgnoreCase("nan");
      return missing ? Double.NaN : Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + text + " is no number", e);
    }
  }

  private void answer(List<String> words) throws IOException {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'" + word + "' is not name=value");
      }
      columns.add(word.substring(0, equals));
      values.add(word.substring(equals + 1));
    }
    if (!columns.isEmpty()) {
      System.out.println(answer(columns, values));
      return;
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (columns.isEmpty()) {
        columns = List.of(line.split(",", -1));
      } else {
        System.out.println(answer(columns, List.of(line.split(",", -1))));
      }
    }
  }

  public static void main(String[] words) throws IOException {
    try (InputStream model = NanoRunner.class.getResourceAsStream("/model.nano")) {
      new NanoRunner(new DataInputStream(model)).answer(List.of(words));
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("nano: " + e.getMessage());
      System.exit(1);
    }
  }
}
