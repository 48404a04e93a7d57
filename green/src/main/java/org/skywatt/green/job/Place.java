package org.skywatt.green.job;

/**
 * A place that a job may run at.
 *
 * @param name for people
 * @param outlook what is expected there; all places of a job have the steps of one forecast
 * @param transferKwh energy that moving the job there takes, 0 or more
 */
public record Place(String name, Outlook outlook, double transferKwh) {}
