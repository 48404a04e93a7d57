import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.ingest.terrain.TerrainSampler;

/**
 * Draws the horizon of a place:
 *
 * <p>java -Djava.awt.headless=true -cp CLASSPATH docs/benchmarks/HorizonPicture.java RASTER
 * LATITUDE LONGITUDE PNG
 */
public final class HorizonPicture {
  private static final int LEFT = 50;
  private static final int TOP = 20;
  private static final int WIDTH = 720;
  private static final int HEIGHT = 220;

  public static void main(String[] args) throws Exception {
    Location place = new Location(Double.parseDouble(args[1]), Double.parseDouble(args[2]), 0);
    SolarSite site =
        new SolarSite(
            new SiteId("place"), "place", "demo", place, 100, 100, new Mount.Fixed(0, 180));
    TerrainSample sample =
        new TerrainSampler(List.of(site)).sample(Path.of(args[0])).rows().get(0);
    ImageIO.write(draw(sample), "png", new File(args[3]));
  }

  private static BufferedImage draw(TerrainSample sample) {
    BufferedImage out =
        new BufferedImage(LEFT + WIDTH + 20, TOP + HEIGHT + 50, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = out.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, out.getWidth(), out.getHeight());
    pen.setColor(new Color(214, 232, 247));
    pen.fillRect(LEFT, TOP, WIDTH, HEIGHT);
    double highest = 5;
    for (float angle : sample.horizonDeg()) {
      highest = Math.max(highest, 5 * Math.ceil(angle / 5 + 0.2));
    }
    Path2D ground = new Path2D.Double();
    ground.moveTo(LEFT, TOP + HEIGHT);
    for (int azimuth = 0; azimuth <= 360; azimuth++) {
      double angle = sample.horizonAt(azimuth % 360);
      ground.lineTo(LEFT + azimuth * WIDTH / 360.0, TOP + HEIGHT * (1 - angle / highest));
    }
    ground.lineTo(LEFT + WIDTH, TOP + HEIGHT);
    ground.closePath();
    pen.setColor(new Color(104, 122, 86));
    pen.fill(ground);
    pen.setStroke(new BasicStroke(1));
    pen.setColor(Color.DARK_GRAY);
    String[] names = {"N", "NE", "E", "SE", "S", "SW", "W", "NW", "N"};
    for (int i = 0; i < names.length; i++) {
      int x = LEFT + i * WIDTH / 8;
      pen.drawLine(x, TOP + HEIGHT, x, TOP + HEIGHT + 5);
      pen.drawString(names[i], x - 6, TOP + HEIGHT + 20);
    }
    for (int degrees = 0; degrees <= highest; degrees += 5) {
      int y = (int) Math.round(TOP + HEIGHT * (1 - degrees / highest));
      pen.drawLine(LEFT - 5, y, LEFT, y);
      pen.drawString(degrees + "\u00b0", 16, y + 5);
    }
    pen.drawString(
        "horizon above level; sky-view factor %.3f".formatted(sample.skyView()),
        LEFT,
        TOP + HEIGHT + 42);
    pen.dispose();
    return out;
  }
}
