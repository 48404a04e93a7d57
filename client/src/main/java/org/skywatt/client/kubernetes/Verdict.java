package org.skywatt.client.kubernetes;

/**
 * What is to become of a job.
 *
 * @param run whether it should run now
 * @param warning whether people should look at it
 * @param why one line
 */
record Verdict(boolean run, boolean warning, String why) {}
