package org.skywatt.client.wrong;

import org.skywatt.green.job.JobPlan;

/** Breaks the rule that the client knows nothing but the JDK and JSON. */
public record DependsOnGreen(JobPlan plan) {}
