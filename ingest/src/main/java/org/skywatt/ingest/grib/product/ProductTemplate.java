package org.skywatt.ingest.grib.product;

/**
 * Where a product definition template (code table 4.0) keeps what is read; octets of section 4.
 *
 * @param processAt generating process
 * @param unitAt unit of the forecast time; 0 where the template has no forecast time
 * @param levelAt first fixed surface; 0 where it has none
 * @param memberAt type of ensemble forecast, then the member's number; 0 where it is no member
 * @param derivedAt statistic over an ensemble; 0 where it is none
 * @param endAt end of the overall time interval; 0 where it holds at a point in time
 * @param interpreted whether the value is one of the parameter itself: no probability, no
 *     percentile, no error
 */
record ProductTemplate(
    int processAt,
    int unitAt,
    int levelAt,
    int memberAt,
    int derivedAt,
    int endAt,
    boolean interpreted) {

  private static final ProductTemplate OBSERVED = new ProductTemplate(0, 0, 0, 0, 0, 0, true);

  /**
   * The template of a number; the rare are refused by number.
   *
   * @param bands spectral bands of a synthetic satellite product, which move what comes after
   * @param shortForecastTime whether 4.44 has its forecast time in two octets, as it was first
   *     published
   */
  static ProductTemplate of(int number, int bands, boolean shortForecastTime) {
    return switch (number) {
      case 0, 15, 1100 -> instant(0);
      case 51 -> instant(0).uninterpreted();
      case 5, 6, 7, 86 -> instant(0).uninterpreted();
      case 1, 60 -> instant(0).member(35);
      case 2, 3, 4 -> instant(0).derived();
      case 8, 1101 -> instant(0).until(35);
      case 9 -> instant(0).until(48).uninterpreted();
      case 10 -> instant(0).until(36).uninterpreted();
      case 87 -> instant(0).until(39).uninterpreted();
      case 11 -> instant(0).member(35).until(38);
      case 12 -> instant(0).derived().until(37);
      case 13 -> instant(0).derived().until(69);
      case 14 -> instant(0).derived().until(65);
      case 61 -> instant(0).member(35).until(45);
      case 20, 30, 31, 254, 311 -> OBSERVED;
      case 32 -> satellite();
      case 33, 40033 -> satellite().member(24 + 11 * bands);
      case 34, 40034 -> satellite().member(24 + 11 * bands).until(27 + 11 * bands);
      case 40 -> instant(2);
      case 41 -> instant(2).member(37);
      case 42 -> instant(2).until(37);
      case 43 -> instant(2).member(37).until(40);
      case 44 -> shortForecastTime ? new ProductTemplate(27, 31, 34, 0, 0, 0, true) : instant(13);
      case 45 -> instant(13).member(48);
      case 46 -> instant(13).until(48);
      case 47, 85 -> instant(13).member(48).until(51);
      case 48 -> instant(24);
      case 49 -> instant(24).member(59);
      case 70 -> instant(5);
      case 71 -> instant(5).member(40);
      case 72 -> instant(5).until(40);
      case 73 -> instant(5).member(40).until(43);
      case 76 -> instant(3);
      case 77 -> instant(3).member(38);
      case 78 -> instant(3).until(38);
      case 79 -> instant(3).member(38).until(41);
      case 80 -> instant(25);
      case 81 -> instant(25).member(60);
      case 82 -> instant(14).until(49);
      case 83, 84 -> instant(14).member(49).until(52);
      default ->
          throw new IllegalArgumentException(
              "product definition template 4." + number + " is not supported");
    };
  }

  /** The layout of template 4.0, moved by what comes before it. */
  private static ProductTemplate instant(int shift) {
    return new ProductTemplate(14 + shift, 18 + shift, 23 + shift, 0, 0, 0, true);
  }

  private static ProductTemplate satellite() {
    return new ProductTemplate(14, 18, 0, 0, 0, 0, true);
  }

  private ProductTemplate member(int octet) {
    return new ProductTemplate(processAt, unitAt, levelAt, octet, derivedAt, endAt, interpreted);
  }

  private ProductTemplate derived() {
    return new ProductTemplate(processAt, unitAt, levelAt, memberAt, 35, endAt, interpreted);
  }

  private ProductTemplate until(int octet) {
    return new ProductTemplate(processAt, unitAt, levelAt, memberAt, derivedAt, octet, interpreted);
  }

  private ProductTemplate uninterpreted() {
    return new ProductTemplate(processAt, unitAt, levelAt, memberAt, derivedAt, endAt, false);
  }
}
