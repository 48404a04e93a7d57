package org.skywatt.models.train;

import java.io.Serializable;

/**
 * One of several learners whose quantiles are averaged, level by level.
 *
 * @param weight share of the average; those of all members add up to 1
 */
public record Member(Learner learner, double weight) implements Serializable {}
