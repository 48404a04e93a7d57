package org.skywatt.models.train;

import java.io.Serializable;
import java.util.List;

/**
 * Learners of one schema whose quantiles are averaged, level by level (Vincent 1912): unlike a
 * mixture, it keeps the members' sharpness.
 */
public record Blend(List<Member> members) implements Serializable {
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

  public static Blend of(Learner learner) {
    return new Blend(List.of(new Member(learner, 1)));
  }

  /** The same of members with a {@code times}-th of the training. */
  public Blend quicker(int times) {
    return new Blend(
        members.stream()
            .map(member -> new Member(member.learner().quicker(times), member.weight()))
            .toList());
  }

  /** Name of the feature schema. */
  public String schema() {
    return members.get(0).learner().schema();
  }

  public boolean solar() {
    return members.get(0).learner().solar();
  }
}
