import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.skywatt.core.motion.CloudMotion;
import org.skywatt.core.motion.Motion;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.motion.RowWorkers;
import org.skywatt.ingest.reader.FieldFiles;

/**
 * Draws SEVIRI's HRV image of 12:30 over Great Britain with the motion of its clouds over half an
 * hour, north up:
 *
 * <p>java -Djava.awt.headless=true -cp CLASSPATH docs/benchmarks/MotionPicture.java STORE PNG
 */
public final class MotionPicture {
  private static final int NEWEST = 6;
  private static final int STEPS = 6;
  private static final int SHRINK = 2;
  private static final int SPACING = 60;

  public static void main(String[] args) throws Exception {
    List<Plane> images = new ArrayList<>();
    FieldFiles.read(
        Path.of(args[0]),
        field ->
            images.add(new Plane(field.grid().rows(), field.grid().columns(), field.values())));
    Motion motion;
    try (RowWorkers workers = new RowWorkers(2)) {
      motion = CloudMotion.of(images.subList(NEWEST - 3, NEWEST + 1), workers);
    }
    ImageIO.write(draw(images.get(NEWEST), motion), "png", new File(args[1]));
  }

  /** Stored rows go north and columns west, so both are turned. */
  private static BufferedImage draw(Plane image, Motion motion) {
    int height = image.rows() / SHRINK;
    int width = image.columns() / SHRINK;
    BufferedImage out =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, GREYS);
    Graphics2D pen = out.createGraphics();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float count = image.at(image.rows() - 1 - y * SHRINK, image.columns() - 1 - x * SHRINK);
        float bright = Math.max(0, Math.min(1, (count - 55) / 560));
        out.getRaster().setSample(x, y, 0, Math.round(30 * (float) Math.sqrt(bright)));
      }
    }
    pen.setStroke(new BasicStroke(1.6f));
    pen.setColor(new Color(255, 200, 40));
    for (int row = SPACING / 2; row < image.rows(); row += SPACING) {
      for (int column = SPACING / 2; column < image.columns(); column += SPACING) {
        if (motion.confidence().at(row, column) > 0.6) {
          double x = (image.columns() - 1 - column) / (double) SHRINK;
          double y = (image.rows() - 1 - row) / (double) SHRINK;
          double right = -motion.right().at(row, column) * STEPS / SHRINK;
          double down = -motion.down().at(row, column) * STEPS / SHRINK;
          arrow(pen, x, y, right, down);
        }
      }
    }
    pen.dispose();
    return out;
  }

  private static final java.awt.image.IndexColorModel GREYS = greys();

  /** 31 greys and the arrows' yellow: a small file. */
  private static java.awt.image.IndexColorModel greys() {
    byte[] red = new byte[32];
    byte[] green = new byte[32];
    byte[] blue = new byte[32];
    for (int i = 0; i < 31; i++) {
      red[i] = green[i] = blue[i] = (byte) (i * 255 / 30);
    }
    red[31] = (byte) 255;
    green[31] = (byte) 200;
    blue[31] = 40;
    return new java.awt.image.IndexColorModel(8, 32, red, green, blue);
  }

  private static void arrow(Graphics2D pen, double x, double y, double right, double down) {
    if (Math.hypot(right, down) < 2) {
      return;
    }
    double turn = Math.atan2(down, right);
    int tipX = (int) Math.round(x + right);
    int tipY = (int) Math.round(y + down);
    pen.drawLine((int) Math.round(x), (int) Math.round(y), tipX, tipY);
    for (double side : new double[] {2.6, -2.6}) {
      pen.drawLine(
          tipX,
          tipY,
          (int) Math.round(tipX + 6 * Math.cos(turn + side)),
          (int) Math.round(tipY + 6 * Math.sin(turn + side)));
    }
  }
}
