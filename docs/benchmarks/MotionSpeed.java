import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.skywatt.core.motion.CloudNowcaster;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.motion.RowWorkers;

/**
 * CPU time of a new image of 891 x 1843 pixels (motion, learning) and of 12 forecasts, on one thread:
 *
 * <p>java -cp core/target/classes docs/benchmarks/MotionSpeed.java
 */
public final class MotionSpeed {
  private static final int ROWS = 891;
  private static final int COLUMNS = 1843;

  public static void main(String[] args) {
    double[] motion = new double[9];
    double[] forecasts = new double[9];
    try (RowWorkers workers = new RowWorkers(1)) {
      CloudNowcaster nowcaster = new CloudNowcaster(12, workers);
      for (int i = 0; i < 16; i++) {
        Plane image = image(3.2 * i, 1.1 * i);
        double start = cpuSeconds();
        nowcaster.add(image);
        double middle = cpuSeconds();
        if (nowcaster.isReady()) {
          nowcaster.forecast(12, (step, forecast) -> {});
        }
        if (i >= 7) {
          motion[i - 7] = middle - start;
          forecasts[i - 7] = cpuSeconds() - middle;
        }
      }
    }
    Arrays.sort(motion);
    Arrays.sort(forecasts);
    System.out.printf(
        "image %.2f s (%.2f to %.2f), 12 forecasts %.2f s (%.2f to %.2f)%n",
        motion[4], motion[0], motion[8], forecasts[4], forecasts[0], forecasts[8]);
  }

  private static Plane image(double right, double down) {
    float[] values = new float[ROWS * COLUMNS];
    Random random = new Random(1);
    double[] waves = random.doubles(24, -0.4, 0.4).toArray();
    for (int i = 0; i < values.length; i++) {
      double x = i % COLUMNS - right;
      double y = i / COLUMNS - down;
      double value = 300;
      for (int wave = 0; wave < 6; wave++) {
        value += 30 * Math.sin(waves[4 * wave] * x + waves[4 * wave + 1] * y + wave);
      }
      values[i] = (float) value;
    }
    return new Plane(ROWS, COLUMNS, values);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
