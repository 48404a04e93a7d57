package org.skywatt.client.run;

/** What to do while the service is away and there is no plan yet. */
public enum Fallback {
  /** Run at once. */
  RUN,
  /** Wait for the service as long as the deadline allows, then run. */
  WAIT,
  /** Do not run at all. */
  SKIP
}
