package org.skywatt.features.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.StepGrid;
import org.skywatt.core.variable.Variable;

/**
 * The weather and the ground at a site by the number of the step, as known since the last of it
 * became available: the same for all issues until more does. What was read is kept. Not safe for
 * threads.
 */
public final class WeatherSteps {
  private static final int HOUR = 3600;

  private final SunSteps sun;
  private final SiteCurve curve;
  private final NwpView nwp;
  private final Optional<TerrainSample> terrain;
  private final List<WeatherSteps> neighbours;
  private final WeatherAt stamped;
  private final WeatherAt ends;
  private final WeatherAt middles;
  private final ClearSkyWeather radiation;
  private final StepValues clearSkyIndex;
  private final StepValues bearing;

  /** What {@code view} knows, under the sun that is kept in {@code sun}. */
  WeatherSteps(SiteView view, SunSteps sun) {
    this(view, sun, view.nwp(), around(view, sun));
  }

  private WeatherSteps(SiteView view, SunSteps sun, NwpView nwp, List<WeatherSteps> neighbours) {
    this.sun = sun;
    this.curve = view.curve();
    this.nwp = nwp;
    this.terrain = view.terrain();
    this.neighbours = neighbours;
    StepGrid grid = sun.grid();
    ends = WeatherAt.between(nwp, grid::end);
    stamped = ends.stamped();
    middles = WeatherAt.between(nwp, grid::middle);
    radiation = new ClearSkyWeather(nwp, view.sun());
    clearSkyIndex = new StepValues(this::computeClearSkyIndex);
    bearing =
        new StepValues(
            number ->
                Math.toDegrees(
                    Math.atan2(
                        -stamped.get(Variable.WIND_U_100M, number),
                        -stamped.get(Variable.WIND_V_100M, number))));
  }

  private static List<WeatherSteps> around(SiteView view, SunSteps sun) {
    List<WeatherSteps> around = new ArrayList<>(view.neighbours().size());
    for (NwpView neighbour : view.neighbours()) {
      around.add(new WeatherSteps(view, sun, neighbour, List.of()));
    }
    return around;
  }

  public Site site() {
    return sun.site();
  }

  public StepGrid grid() {
    return sun.grid();
  }

  public SunSteps sun() {
    return sun;
  }

  /** The power curve of a wind farm. */
  public SiteCurve curve() {
    return curve;
  }

  public Optional<TerrainSample> terrain() {
    return terrain;
  }

  /** The weather at neighbouring sites, in a fixed order, under the sun of this one. */
  public List<WeatherSteps> neighbours() {
    return neighbours;
  }

  /** The model's own values, stamped with the ends of steps; NaN between its steps. */
  public WeatherAt stamped() {
    return stamped;
  }

  /** At the ends of steps: {@link NwpView#between}. */
  public WeatherAt ends() {
    return ends;
  }

  /** At the middles of steps: {@link NwpView#between}. */
  public WeatherAt middles() {
    return middles;
  }

  /** {@link ClearSkyWeather#clearSkyIndex} over the step. */
  public double clearSkyIndex(int number) {
    return clearSkyIndex.at(number);
  }

  private double computeClearSkyIndex(int number) {
    double ghi = stamped.get(Variable.GHI, number);
    return grid().seconds() == HOUR && stamped.sample(number - 1) != null && !Double.isNaN(ghi)
        ? ClearSkyWeather.index(
            ghi, sun.at(number).clearSkyGhiWm2()) // the model's step is this one
        : radiation.clearSkyIndex(grid().interval(number));
  }

  /** Where the wind at 100 m stamped with the step's end comes from, −180° to 180° from north. */
  public double bearingDeg(int number) {
    return bearing.at(number);
  }

  /** {@link NwpView#find} of the end of the step. */
  public Optional<NwpSample> find(int number) {
    return Optional.ofNullable(stamped.sample(number));
  }

  /** {@link NwpView#findAround} the end of the step. */
  public Optional<NwpSample> findAround(int number) {
    NwpSample sample = stamped.sample(number);
    return sample != null ? Optional.of(sample) : nwp.findAround(grid().end(number));
  }

  /** {@link NwpView#findRunBefore} of the end of the step. */
  public Optional<NwpSample> findRunBefore(int number) {
    return nwp.findRunBefore(grid().end(number));
  }

  /** {@link NwpView#listMembers} of the end of the step. */
  public List<NwpSample> listMembers(int number) {
    return nwp.listMembers(grid().end(number));
  }

  /** {@link NwpView#listSources} of the end of the step. */
  public List<NwpSample> listSources(int number) {
    return nwp.listSources(grid().end(number));
  }
}
