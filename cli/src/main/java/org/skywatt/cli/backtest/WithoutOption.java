package org.skywatt.cli.backtest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.skywatt.cli.UsageException;
import org.skywatt.features.schema.Feature.Group;
import picocli.CommandLine.Option;

/** Leaves groups of features out, to see what they are worth. */
final class WithoutOption {
  @Option(
      names = "--without",
      split = ",",
      paramLabel = "GROUP",
      description =
          "Groups of features that are left out of training and forecasts (docs/features.md):"
              + " geometry, calendar, nwp, nwp-shape, nwp-change, nwp-spread, neighbours, satellite,"
              + " generation, physical-power, terrain, age.")
  private List<String> groups = new ArrayList<>();

  /**
   * Places of their features.
   *
   * @param of whose features they are, for the error
   * @param all the group of each feature, in order
   * @throws UsageException if there is no such group, or none of its features
   */
  List<Integer> places(String of, List<Group> all) {
    Set<Group> wanted = EnumSet.noneOf(Group.class);
    try {
      groups.forEach(text -> wanted.add(Group.of(text)));
      return Group.places(of, all, wanted);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--without: " + e.getMessage());
    }
  }
}
