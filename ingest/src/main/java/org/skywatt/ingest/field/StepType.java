package org.skywatt.ingest.field;

/** How a field relates to its period: statistical processing, table 4.10. */
public enum StepType {
  /** No period. */
  INSTANT("instant", -1),
  AVERAGE("avg", 0),
  ACCUMULATION("accum", 1),
  MAXIMUM("max", 2),
  MINIMUM("min", 3),
  /** Any other statistic: known to have a period, not interpreted. */
  OTHER("other", -1);

  private final String ecCodesName;
  private final int code;

  StepType(String ecCodesName, int code) {
    this.ecCodesName = ecCodesName;
    this.code = code;
  }

  /** The name that ecCodes gives it ({@code stepType}). */
  public String ecCodesName() {
    return ecCodesName;
  }

  /** Code of table 4.10; −1 where it has none. */
  public int code() {
    return code;
  }

  /** The statistic of a code of table 4.10. */
  public static StepType ofCode(int code) {
    for (StepType each : values()) {
      if (each.code == code && code >= 0) {
        return each;
      }
    }
    return OTHER;
  }
}
