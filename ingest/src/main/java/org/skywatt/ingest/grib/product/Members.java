package org.skywatt.ingest.grib.product;

import org.skywatt.ingest.field.Member;

/** Members of ensembles as code table 4.6 tells them; NCEP's edition 1 uses the same kinds. */
final class Members {
  static final int NCEP = 7;
  private static final int HIGH_RESOLUTION_CONTROL = 0;
  private static final int LOW_RESOLUTION_CONTROL = 1;
  private static final int NEGATIVELY_PERTURBED = 2;

  /**
   * NCEP numbers the two members of a pair alike: those that are negatively perturbed count from
   * here, so that a number means one member.
   */
  private static final int NEGATIVE_FROM = 100;

  private Members() {}

  static Member of(int centre, int kind, int number) {
    boolean control = kind == HIGH_RESOLUTION_CONTROL || kind == LOW_RESOLUTION_CONTROL;
    if (control || number == 0) {
      return Member.CONTROL;
    }
    boolean negative = kind == NEGATIVELY_PERTURBED && centre == NCEP;
    return new Member(Member.Kind.PERTURBED, negative ? NEGATIVE_FROM + number : number);
  }
}
