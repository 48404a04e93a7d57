package org.skywatt.models.tune;

import java.io.Serializable;
import org.skywatt.models.train.Recipe;

/**
 * A recipe that was tried.
 *
 * @param number from 1, in the order of trying
 * @param share of the issues that it learned from: 1, or less where it was only sorted out
 * @param pinball mean loss on the held-out issues, fraction of capacity, before calibration
 * @param nodes splits and leaves of its trees
 * @param joules that fitting and scoring took
 */
public record Try(int number, Recipe recipe, double share, double pinball, int nodes, double joules)
    implements Serializable {}
