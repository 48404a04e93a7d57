package org.skywatt.ingest.nwp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.assembly.SampledField;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.meaning.Meaning;
import org.skywatt.ingest.meaning.Quantity;
import org.skywatt.ingest.meaning.UnknownUnitException;
import org.skywatt.ingest.sampling.CellChoice;
import org.skywatt.ingest.sampling.SiteHeight;
import org.skywatt.ingest.sampling.SiteWeights;

/**
 * Samples fields of one source at sites: weights once a grid, canonical units. Holds no field. Not
 * safe for threads.
 */
public final class FieldSampler {
  private static final float[] NONE = {};

  private final String source;
  private final List<Site> sites;
  private final SamplingOptions options;
  private final Grounds grounds;
  private final Reasons reasons;
  private final Map<Grid, SiteWeights> weights = new HashMap<>();
  private final Map<Grid, float[]> norths = new HashMap<>();
  private final Map<Grid, float[]> heights = new HashMap<>();

  /**
   * @param source name in tables
   * @param grounds of the source's grids, as far as {@code options} need them
   * @param reasons told of sites outside a grid
   */
  public FieldSampler(
      String source,
      List<? extends Site> sites,
      SamplingOptions options,
      Grounds grounds,
      Reasons reasons) {
    this.source = source;
    this.sites = List.copyOf(sites);
    this.options = options;
    this.grounds = grounds;
    this.reasons = reasons;
  }

  /** Bilinear, values as the model has them. */
  public FieldSampler(String source, List<? extends Site> sites, Reasons reasons) {
    this(source, sites, SamplingOptions.PLAIN, new Grounds(), reasons);
  }

  /**
   * Whether a field is of use, so that it needs to be decoded. True for a field in an unknown unit
   * too, so that {@link #sample} refuses it.
   */
  public static boolean wants(FieldHeader header) {
    try {
      return Meaning.find(header).isPresent();
    } catch (UnknownUnitException e) {
      return true;
    }
  }

  /**
   * The field at the sites, in their order.
   *
   * @return empty where it means nothing that is used
   * @throws UnknownUnitException where the file's unit is not known
   */
  public Optional<SampledField> sample(Field field) throws UnknownUnitException {
    Optional<Meaning> found = Meaning.find(field.header());
    Optional<Integer> member = Meaning.findMember(field.header().member());
    if (found.isEmpty() || member.isEmpty()) {
      return Optional.empty();
    }
    Meaning meaning = found.get();
    return Optional.of(
        new SampledField(
            new RunKey(source, field.header().initTime(), member.get()),
            meaning.quantity(),
            meaning.heightM(),
            meaning.modelLevel(),
            meaning.time(),
            meaning.start(),
            meaning.end(),
            values(field, meaning),
            field.gridRelativeWind() && isComponent(meaning.quantity())
                ? norths.computeIfAbsent(field.grid(), this::north)
                : NONE));
  }

  private float[] values(Field field, Meaning meaning) {
    SiteWeights here = weights.computeIfAbsent(field.grid(), this::find);
    float[] values =
        switch (meaning.quantity()) {
          case WIND_SPEED -> here.weightedCorners(field.values());
          case WIND_DIRECTION -> here.corners(field.values());
          default -> here.sample(field.values());
        };
    meaning.conversion().applyTo(values);
    if (options.siteHeight()) {
      moveToSiteHeight(meaning.quantity(), field.grid(), values);
    }
    return values;
  }

  private void moveToSiteHeight(Quantity quantity, Grid grid, float[] values) {
    boolean temperature = quantity == Quantity.TEMPERATURE_2M;
    if (!temperature && quantity != Quantity.SURFACE_PRESSURE) {
      return;
    }
    float[] model = heights.computeIfAbsent(grid, this::modelHeights);
    if (model.length == 0) {
      reasons.add(
          "the height of the ground of "
              + source
              + " is not known: temperature and pressure are not moved to the sites' height");
      return;
    }
    for (int i = 0; i < values.length; i++) {
      double site = sites.get(i).location().elevationM();
      values[i] =
          (float)
              (temperature
                  ? SiteHeight.temperatureK(values[i], model[i], site)
                  : SiteHeight.pressurePa(values[i], model[i], site));
    }
  }

  /** Heights of the model's ground at the sites; empty where they are not known. */
  private float[] modelHeights(Grid grid) {
    return grounds
        .of(grid)
        .orographyM()
        .map(heightsM -> weights.computeIfAbsent(grid, this::find).sample(heightsM))
        .orElse(NONE);
  }

  private SiteWeights find(Grid grid) {
    SiteWeights found = new CellChoice(options.method(), grounds.of(grid)).find(grid, sites);
    boolean[] inside = found.inside();
    for (int i = 0; i < inside.length; i++) {
      if (!inside[i]) {
        reasons.add("site " + sites.get(i).id() + " is outside the grid of " + source);
      }
    }
    return found;
  }

  private float[] north(Grid grid) {
    float[] north = new float[sites.size()];
    for (int i = 0; i < north.length; i++) {
      north[i] =
          (float)
              grid.northDeg(
                  sites.get(i).location().latitude(), sites.get(i).location().longitude());
    }
    return north;
  }

  private static boolean isComponent(Quantity quantity) {
    return quantity == Quantity.WIND_U || quantity == Quantity.WIND_V;
  }
}
