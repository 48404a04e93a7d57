package org.skywatt.core.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sites in the four directions around a site, whose weather tells what comes and how sure a weather
 * model is of the region. One site, the first by id, stands for all in a cell of {@link #CELL_DEG}.
 * Sites nearer than {@link #LEAST_KM} share the grid cells of most weather models, and so say
 * nothing new.
 */
public final class Neighbours {
  /** How many there are of a site: to the north, east, south and west, in this order. */
  public static final int DIRECTIONS = 4;

  /** In the list of neighbours, a direction in which there is none. */
  public static final String NONE = "";

  /** Side of the cells of which each is stood for by one site, degrees; about 28 km of latitude. */
  public static final double CELL_DEG = 0.25;

  /** Nearer sites are no neighbours, km. */
  public static final double LEAST_KM = 14;

  private static final double KM_A_DEGREE = 111.2;

  /** How far to look, in cells. */
  private static final int REACH = 4;

  /** A cell of latitude and longitude. */
  private record Cell(int north, int east) {
    private static final int AROUND = (int) (360 / CELL_DEG);

    static Cell of(Location place) {
      return new Cell(
          (int) Math.floor(place.latitude() / CELL_DEG),
          Math.floorMod((int) Math.floor(place.longitude() / CELL_DEG), AROUND));
    }

    Cell moved(int norths, int easts) {
      return new Cell(north + norths, Math.floorMod(east + easts, AROUND));
    }
  }

  private Neighbours() {}

  /**
   * The neighbours of each site by id, always {@link #DIRECTIONS} of them: the site of the nearest
   * inhabited cell that way, or {@link #NONE}. Independent of the order of {@code sites}. Cost is
   * linear in them.
   */
  public static Map<String, List<String>> of(Collection<? extends Site> sites) {
    Map<Cell, Site> speakers = new HashMap<>();
    for (Site site : sites) {
      speakers.merge(
          Cell.of(site.location()),
          site,
          (one, other) -> one.id().value().compareTo(other.id().value()) < 0 ? one : other);
    }
    Map<String, List<String>> neighbours = new TreeMap<>();
    for (Site site : sites) {
      List<String> found = new ArrayList<>(DIRECTIONS);
      for (int direction = 0; direction < DIRECTIONS; direction++) {
        found.add(nearest(site.location(), direction, speakers));
      }
      neighbours.put(site.id().value(), found);
    }
    return neighbours;
  }

  private static double km(Location one, Location other) {
    double north = KM_A_DEGREE * (one.latitude() - other.latitude());
    double east =
        KM_A_DEGREE
            * Math.IEEEremainder(one.longitude() - other.longitude(), 360)
            * Math.cos(Math.toRadians(one.latitude()));
    return Math.hypot(north, east);
  }

  /** The sector widens by a cell to either side with each cell of distance. */
  private static String nearest(Location place, int direction, Map<Cell, Site> speakers) {
    Cell cell = Cell.of(place);
    int sign = direction == 0 || direction == 1 ? 1 : -1;
    for (int distance = 1; distance <= REACH; distance++) {
      for (int i = 0; i < 2 * distance; i++) {
        int aside = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1); // straight ahead first, a corner once
        boolean northward = direction % 2 == 0;
        Cell there =
            northward
                ? cell.moved(sign * distance, sign * aside)
                : cell.moved(-sign * aside, sign * distance);
        Site speaker = speakers.get(there);
        if (speaker != null && km(place, speaker.location()) >= LEAST_KM) {
          return speaker.id().value();
        }
      }
    }
    return NONE;
  }
}
