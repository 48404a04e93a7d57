package org.skywatt.models.train;

import java.io.Serializable;
import java.util.List;

/**
 * Learners of one schema whose quantiles are averaged, level by level (Vincent 1912): unlike a
 * mixture, it keeps the members' sharpness.
 *
 * @param shaping what is done to the mean of forecasts that are made for a whole period
 */
public record Blend(List<Member> members, Shaping shaping) implements Serializable {
  private static final double ROUNDING = 1e-9;

  /**
   * @throws IllegalArgumentException if there is no member, weights don't add up to 1, or members
   *     differ in schema or technology
   */
  public Blend {
    members = List.copyOf(members);
    double sum = members.stream().mapToDouble(Member::weight).sum();
    if (members.isEmpty() || Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException("weights of members add up to " + sum);
    }
    Learner first = members.get(0).learner();
    for (Member member : members) {
      if (!member.learner().schema().equals(first.schema())
          || member.learner().solar() != first.solar()) {
        throw new IllegalArgumentException(
            member.learner().name() + " and " + first.name() + " differ in schema or technology");
      }
    }
  }

  public Blend(List<Member> members) {
    this(members, Shaping.NONE);
  }

  public static Blend of(Learner learner) {
    return new Blend(List.of(new Member(learner, 1)));
  }

  /** The same of members with a {@code times}-th of the training. */
  public Blend quicker(int times) {
    return new Blend(
        members.stream()
            .map(member -> new Member(member.learner().quicker(times), member.weight()))
            .toList(),
        shaping);
  }

  /** The same of members that are not told the features at {@code blanked}. */
  public Blend without(List<Integer> blanked) {
    return new Blend(
        members.stream()
            .map(member -> new Member(new Ablated(member.learner(), blanked), member.weight()))
            .toList(),
        shaping);
  }

  /**
   * The weighted mean of the members' quantiles.
   *
   * @param byMember for each member the quantiles of each row; equal numbers of both
   */
  public double[][] mean(List<double[][]> byMember) {
    double[][] mean = new double[byMember.get(0).length][];
    for (int row = 0; row < mean.length; row++) {
      mean[row] = new double[byMember.get(0)[row].length];
      for (int member = 0; member < byMember.size(); member++) {
        double[] own = byMember.get(member)[row];
        for (int level = 0; level < own.length; level++) {
          mean[row][level] += members.get(member).weight() * own[level];
        }
      }
    }
    return mean;
  }

  /** Name of the feature schema. */
  public String schema() {
    return members.get(0).learner().schema();
  }

  public boolean solar() {
    return members.get(0).learner().solar();
  }
}
