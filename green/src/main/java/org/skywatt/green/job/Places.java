package org.skywatt.green.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The place, of several, where a job costs least. Energy of a transfer comes from the grid of the
 * place that it goes to and costs what a kilowatt-hour costs there on average from the job's
 * earliest start to its deadline; it is not part of the job's own energy, nor of its promise. A
 * place of which a signal that the objective needs is not known is left out.
 */
public final class Places {
  private Places() {}

  /**
   * A plan at one of the places.
   *
   * @param place position in the list
   */
  public record Placed(int place, JobPlan plan) {}

  /** Places at which the objective can be weighed, at least one. */
  private static List<Place> known(List<Place> places, Objective objective) {
    List<Place> known =
        places.stream().filter(each -> each.outlook().lack(objective).isEmpty()).toList();
    if (known.isEmpty()) {
      String names =
          places.stream()
              .map(Place::name)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
      throw Outlook.noSignal(
          places.get(0).outlook().lack(objective).orElseThrow(),
          names.isEmpty() ? "" : " at " + names);
    }
    return known;
  }

  /** The same places, in which CO2 and price weigh alike; a mixed objective needs that. */
  private static List<Place> alike(List<Place> places, Objective objective) {
    if (objective != Objective.MIXED || places.size() == 1) {
      return places;
    }
    double carbon = 0;
    double price = 0;
    List<Place> known = known(places, objective);
    for (Place each : known) {
      carbon += each.outlook().ownScale().carbon() / known.size();
      price += each.outlook().ownScale().price() / known.size();
    }
    Outlook.Scale scale = new Outlook.Scale(carbon, price);
    return places.stream()
        .map(each -> new Place(each.name(), each.outlook().scaled(scale), each.transferKwh()))
        .toList();
  }

  /**
   * The best plan, the first of equal ones; null if the job fits at none.
   *
   * @throws JobException if the signal that the objective needs is known of none
   */
  public static Placed plan(List<Place> places, JobSpec spec, Instant now, double level) {
    Placed best = null;
    List<Place> alike = alike(places, spec.objective());
    for (Place each : known(alike, spec.objective())) {
      JobPlan plan = JobPlanner.plan(each.outlook(), spec, now, level);
      if (plan != null) {
        JobPlan whole = plan.costing(transferCost(each, spec, now), said(each, alike, spec));
        best =
            best == null || isBetter(whole, best.plan, spec)
                ? new Placed(alike.indexOf(each), whole)
                : best;
      }
    }
    return best;
  }

  /** A place that keeps the promise goes before one that does not. */
  private static boolean isBetter(JobPlan one, JobPlan other, JobSpec spec) {
    boolean keeps = one.promisedShare() >= spec.green();
    boolean otherKeeps = other.promisedShare() >= spec.green();
    return keeps == otherKeeps ? one.cost() < other.cost() : keeps;
  }

  /** What a plan made earlier costs at its place, transfer included, as plans here do. */
  public static JobPlanner.Kept kept(
      List<Place> places,
      int place,
      JobSpec spec,
      List<Segment> segments,
      List<Charge> battery,
      Instant now,
      double level) {
    Place each = alike(places, spec.objective()).get(place);
    JobPlanner.Kept kept = JobPlanner.kept(each.outlook(), spec, segments, battery, now, level);
    return new JobPlanner.Kept(kept.cost() + transferCost(each, spec, now), kept.promised());
  }

  /** What comes nearest to the promise at any of the places. */
  public static JobOffer offer(
      List<Place> places, JobSpec spec, Instant now, double level, Placed best) {
    List<JobOffer> offers = new ArrayList<>();
    for (Place each : known(alike(places, spec.objective()), spec.objective())) {
      offers.add(JobPlanner.offer(each.outlook(), spec, now, level, null));
    }
    Instant deadline = null;
    Double probability = null;
    for (JobOffer each : offers) {
      boolean sooner =
          each.deadline() != null && (deadline == null || each.deadline().isBefore(deadline));
      deadline = sooner ? each.deadline() : deadline;
      boolean surer =
          each.probability() != null && (probability == null || each.probability() > probability);
      probability = surer ? each.probability() : probability;
    }
    double green = best == null ? 0 : Math.floor(1000 * best.plan.promisedShare()) / 1000;
    return new JobOffer(green, deadline, probability);
  }

  /** For a kilowatt-hour of the job. */
  private static double transferCost(Place place, JobSpec spec, Instant now) {
    if (place.transferKwh() == 0) {
      return 0;
    }
    GreenPower power = place.outlook().power();
    double[] costs = place.outlook().gridCosts(spec.objective());
    int first = power.firstStep(spec.earliest().isBefore(now) ? now : spec.earliest());
    int last = Math.max(first + 1, power.lastStep(spec.deadline()));
    double sum = 0;
    int count = 0;
    for (int step = first; step < last && step < costs.length; step++) {
      sum += costs[step];
      count++;
    }
    return count == 0 ? 0 : place.transferKwh() * sum / count / spec.energyKwh();
  }

  private static String said(Place place, List<Place> places, JobSpec spec) {
    if (places.size() == 1) {
      return "";
    }
    String moved = place.transferKwh() > 0 ? ", moving takes " + place.transferKwh() + " kWh" : "";
    List<String> lacking = new ArrayList<>();
    for (Place each : places) {
      each.outlook()
          .lack(spec.objective())
          .ifPresent(signal -> lacking.add(each.name() + " (" + signal + ")"));
    }
    String least = places.size() - lacking.size() == 1 ? " alone can be weighed" : " costs least";
    String left = lacking.isEmpty() ? "" : "; not known: " + String.join(", ", lacking);
    return " Of " + places.size() + " places " + place.name() + least + moved + left + ".";
  }
}
