package org.skywatt.serving.wrong;

import org.skywatt.models.train.SiteModel;

/** Wrong on purpose: serving loads XGBoost through a model. */
public record LoadsTraining(SiteModel model) {}
