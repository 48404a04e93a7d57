package org.skywatt.ingest.field;

/** How a field relates to its period: statistical processing, table 4.10. */
public enum StepType {
  /** No period. */
  INSTANT("instant", -1),
  AVERAGE("avg", 0),
  ACCUMULATION("accum", 1),
  MAXIMUM("max", 2),
  MINIMUM("min", 3),
  /** Value at the end less value at the start. */
  DIFFERENCE("diff", 4),
  ROOT_MEAN_SQUARE("rms", 5),
  STANDARD_DEVIATION("sd", 6),
  COVARIANCE("cov", 7),
  /** Value at the start less value at the end. */
  START_LESS_END("sdiff", 8),
  RATIO("ratio", 9),
  STANDARDIZED_ANOMALY("stdanom", 10),
  SUMMATION("sum", 11),
  SEVERITY("severity", 100),
  MODE("mode", 101),
  /** Of the same step of successive runs, as monthly means of a time of day are. */
  AVERAGE_OVER_RUNS("avgd", -1),
  /** Edition 1, time range indicator 113: as above. */
  AVERAGE_OF_FORECASTS("avgfc", -1),
  AVERAGE_OF_UNINITIALIZED_ANALYSES("avgua", -1),
  AVERAGE_OF_INITIALIZED_ANALYSES("avgia", -1),
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

  /** The statistic of a code of table 4.10; 255, missing, is none. */
  public static StepType ofCode(int code) {
    if (code == 255) {
      return INSTANT;
    }
    for (StepType each : values()) {
      if (each.code == code && code >= 0) {
        return each;
      }
    }
    return OTHER;
  }
}
