package org.skywatt.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What else is asked of a job; null, 0 or empty where nothing is. The service checks it.
 *
 * @param objective green, carbon, price or mixed
 * @param risk chance or cvar
 * @param grid zone whose carbon intensity and price count
 * @param earliest start no sooner
 * @param restartKwh energy of each restart
 * @param maximumStarts the first one counted
 * @param durationUncertainty by which share of itself the duration may grow
 * @param after ids of jobs that must be done first
 * @param places of which it may run at one, instead of the request's sites
 * @param elastic its speeds, instead of the request's duration and power
 * @param battery that stores green power for it
 */
public record JobTerms(
    String objective,
    String risk,
    String grid,
    Instant earliest,
    double restartKwh,
    int maximumStarts,
    double durationUncertainty,
    List<String> after,
    List<Place> places,
    Elastic elastic,
    Battery battery) {
  /** Nothing else. */
  public static final JobTerms NONE =
      new JobTerms(null, null, null, null, 0, 0, 0, List.of(), List.of(), null, null);

  /** A place, and the energy that moving the job there takes, kWh. */
  public record Place(String name, List<String> sites, double transferKwh) {}

  /** A speed: power, kW, and work done in an hour, in the unit of the whole. */
  public record Speed(double powerKw, double workPerHour) {}

  /** Work that has several speeds. */
  public record Elastic(double work, List<Speed> speeds) {}

  /** A battery: energy, kWh, power, kW, efficiency of a round trip, and charge now, kWh. */
  public record Battery(double capacityKwh, double powerKw, double efficiency, double chargeKwh) {}

  public JobTerms {
    after = List.copyOf(after);
    places = List.copyOf(places);
  }

  void addTo(ObjectNode body) {
    put(body, "objective", objective);
    put(body, "risk", risk);
    put(body, "zone", grid);
    put(body, "earliestStart", earliest == null ? null : earliest.toString());
    put(body, "restartKwh", restartKwh);
    if (maximumStarts != 0) {
      body.put("maximumStarts", maximumStarts);
    }
    put(body, "durationUncertainty", durationUncertainty);
    if (!after.isEmpty()) {
      ArrayNode ids = body.putArray("after");
      after.forEach(ids::add);
    }
    if (!places.isEmpty()) {
      body.remove("sites");
      ArrayNode all = body.putArray("places");
      places.forEach(each -> add(all.addObject(), each));
    }
    if (elastic != null) {
      body.remove(List.of("duration", "powerKw", "interruptible", "minimumRun"));
      body.put("work", elastic.work);
      ArrayNode points = body.putArray("elasticPoints");
      for (Speed each : elastic.speeds) {
        points.addObject().put("powerKw", each.powerKw).put("workPerHour", each.workPerHour);
      }
    }
    if (battery != null) {
      body.putObject("battery")
          .put("capacityKwh", battery.capacityKwh)
          .put("powerKw", battery.powerKw)
          .put("efficiency", battery.efficiency)
          .put("chargeKwh", battery.chargeKwh);
    }
  }

  private static void add(ObjectNode node, Place place) {
    node.put("name", place.name);
    ArrayNode ids = node.putArray("sites");
    place.sites.forEach(ids::add);
    put(node, "transferKwh", place.transferKwh);
  }

  private static void put(ObjectNode body, String field, String value) {
    if (value != null) {
      body.put(field, value);
    }
  }

  private static void put(ObjectNode body, String field, double value) {
    if (value != 0) {
      body.put(field, value);
    }
  }
}
