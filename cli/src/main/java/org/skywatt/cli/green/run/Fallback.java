package org.skywatt.cli.green.run;

/** What to do while the service is away. */
enum Fallback {
  /** Run at once. */
  RUN,
  /** Wait for the service as long as the deadline allows, then run. */
  WAIT,
  /** Do not run at all. */
  SKIP
}
