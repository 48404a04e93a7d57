package org.skywatt.models.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.skywatt.models.energy.Footprint;
import org.skywatt.models.score.LeadScore;

/**
 * What a model is, what it was fitted to, how good it was and what it cost. Times are ISO-8601 in
 * UTC.
 *
 * @param id folder of the bundle: technology and {@code fitUntil}
 * @param fitUntil nothing that became known later went into the model
 * @param dataFrom start of the oldest step learned from
 * @param snapshotIds Iceberg snapshot of each table that was read
 * @param sites ids of the sites learned from
 * @param rows rows learned from
 * @param trials trainings made to get here, validation and other sizes included
 * @param sizeBytes of {@code model.ubj}
 * @param validation scores on the newest part of the period, by a model fitted without it
 * @param joules of training this size: its features, its validation and its fit
 * @param energyTier how the joules are known: measured, modelled or constant
 * @param joulesPerForecast of evaluating the model for one site and step, without its features
 * @param size nano, small or full; null on cards from before there were sizes
 * @param trees of all levels
 * @param nodes splits and leaves of all trees
 * @param ladder the sizes that were trained together; null where there was one
 * @param footprint energy and emissions by several conventions; null on older cards
 * @param disclosure what users should know; null on older cards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Card(
    String id,
    String technology,
    String recipe,
    String fitUntil,
    String dataFrom,
    Map<String, Long> snapshotIds,
    List<String> sites,
    long rows,
    int trials,
    long sizeBytes,
    Validation validation,
    double joules,
    String energyTier,
    double joulesPerForecast,
    String licence,
    boolean simulated,
    String size,
    int trees,
    int nodes,
    Ladder ladder,
    Footprint footprint,
    Disclosure disclosure) {

  /** The same with what its users should know. */
  public Card disclosed() {
    return new Card(
        id,
        technology,
        recipe,
        fitUntil,
        dataFrom,
        snapshotIds,
        sites,
        rows,
        trials,
        sizeBytes,
        validation,
        joules,
        energyTier,
        joulesPerForecast,
        licence,
        simulated,
        size,
        trees,
        nodes,
        ladder,
        footprint,
        Disclosure.of(this));
  }

  /** Whether this is the size that forecasts. */
  @JsonIgnore
  public boolean isChosen() {
    return ladder == null || ladder.chosen().equals(id);
  }

  /**
   * @param from origin of the held-out issues
   * @param overall of all leads
   */
  public record Validation(String from, LeadScore overall, List<LeadScore> leads) {}
}
