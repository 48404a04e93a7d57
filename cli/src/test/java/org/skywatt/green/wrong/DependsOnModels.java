package org.skywatt.green.wrong;

import org.skywatt.models.score.LeadScore;

/** Wrong on purpose: the planner knows how models are scored. */
public record DependsOnModels(LeadScore score) {}
