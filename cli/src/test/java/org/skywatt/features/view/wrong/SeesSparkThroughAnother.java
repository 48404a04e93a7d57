package org.skywatt.features.view.wrong;

import org.skywatt.features.wrong.SeesSpark;

/** Wrong on purpose: a formula that holds what holds a Spark type. */
public record SeesSparkThroughAnother(SeesSpark rows) {}
