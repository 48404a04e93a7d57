package org.skywatt.green.admission;

/**
 * How much risk admission takes.
 *
 * @param name for reports
 * @param greenTarget least share of green energy in all work done, 0 to 1
 * @param quantile of the green energy to come that is counted on, 0 (the least that ever came) to 1
 */
public record AdmissionPolicy(String name, double greenTarget, double quantile) {
  /** Next to no energy from the grid. */
  public static final AdmissionPolicy CONSERVATIVE =
      new AdmissionPolicy("conservative", 0.9998, 0.1);

  /** As much work as can be done with 97% green energy. */
  public static final AdmissionPolicy EXPECTED = new AdmissionPolicy("expected", 0.97, 0.35);
}
