package org.skywatt.models.forest;

import java.util.List;

/**
 * Trees as they were written.
 *
 * @param features length of a row
 * @param start what each output starts from
 * @param trees in the order in which they are added
 * @param groups the output that each tree adds to
 */
record ParsedForest(int features, float[] start, List<Tree> trees, int[] groups) {}
