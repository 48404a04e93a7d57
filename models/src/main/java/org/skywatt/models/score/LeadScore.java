package org.skywatt.models.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * Scores of the forecasts of one lead; errors are fractions of capacity. Fields are named as in the
 * JSON contract.
 *
 * @param leadMinutes from issue to the end of the step; null for all leads together
 * @param n forecasts scored
 * @param nmae mean absolute error of the median
 * @param nrmse root mean square error of the mean
 * @param coverage80 share of outcomes within the 0.1 and 0.9 quantiles
 * @param skillSmartPersistence 1 − CRPS over the mean absolute error of smart persistence; NaN
 *     where there was none
 * @param skillReference 1 − CRPS over that of the quantile climatology; null where there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeadScore(
    Integer leadMinutes,
    long n,
    double nmae,
    double nrmse,
    double pinball,
    double crps,
    double coverage80,
    Double skillSmartPersistence,
    Double skillReference)
    implements Serializable {}
