package org.skywatt.green.fleet;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Why a job finds no room, and what comes nearest to what was asked. */
final class NearestOffer {
  private NearestOffer() {}

  static Refusal refuse(FleetState state, int job) {
    FleetJob each = state.jobs.get(job);
    String id = each.work().id();
    for (int before : each.after()) {
      if (state.load.get(before) == null) {
        String first = state.jobs.get(before).work().id();
        return new Refusal(
            job,
            "job " + id + " waits for job " + first + ", which finds no room",
            OptionalInt.empty(),
            OptionalDouble.empty());
      }
    }
    OptionalInt deadline = deadline(state, each, state.from(job));
    OptionalDouble power = power(state, each, state.from(job), state.to(job));
    return new Refusal(
        job,
        "job "
            + id
            + " finds no "
            + each.work().slots()
            + (each.interruptible() ? " slots" : " slots in a row")
            + " with room for "
            + each.powerKw()
            + " kW before slot "
            + each.work().deadline()
            + (deadline.isPresent()
                ? "; it would with its deadline in slot " + deadline.getAsInt()
                : "")
            + (power.isPresent() ? "; or with " + power.getAsDouble() + " kW" : ""),
        deadline,
        power);
  }

  private static OptionalInt deadline(FleetState state, FleetJob job, int from) {
    int soonest = Integer.MAX_VALUE;
    for (FleetJob.Option option : job.options()) {
      int found = 0;
      for (int slot = from; slot < state.sites.get(option.site()).slots(); slot++) {
        boolean room = state.load.hasRoom(option.site(), slot, job.powerKw());
        found = room ? found + 1 : job.interruptible() ? found : 0;
        if (found == job.work().slots()) {
          soonest = Math.min(soonest, slot + 1);
          break;
        }
      }
    }
    return soonest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(soonest);
  }

  private static OptionalDouble power(FleetState state, FleetJob job, int from, int to) {
    double most = 0;
    int slots = job.work().slots();
    for (FleetJob.Option option : job.options()) {
      double[] room = new double[Math.max(0, to - from)];
      Arrays.setAll(room, i -> state.load.room(option.site(), from + i));
      if (room.length < slots) {
        continue;
      }
      if (job.interruptible()) {
        double[] sorted = room.clone();
        Arrays.sort(sorted);
        most = Math.max(most, sorted[sorted.length - slots]);
      } else {
        for (int start = 0; start + slots <= room.length; start++) {
          most = Math.max(most, Arrays.stream(room, start, start + slots).min().orElse(0));
        }
      }
    }
    return most > 0 ? OptionalDouble.of(most) : OptionalDouble.empty();
  }
}
