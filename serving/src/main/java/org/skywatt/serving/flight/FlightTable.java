package org.skywatt.serving.flight;

import org.apache.arrow.vector.types.pojo.Schema;
import org.skywatt.serving.access.Caller;

/** A table that is streamed, as far as a caller sees it. */
interface FlightTable {
  /**
   * The query with what it leaves open decided, so that its ticket means the same rows for good.
   *
   * @throws org.skywatt.serving.problem.ProblemException if nothing can be answered
   */
  FlightQuery resolve(FlightQuery query);

  /** The columns of the answer to a resolved query. */
  Schema schema(FlightQuery query, Caller caller);

  /** Streams the rows. */
  void stream(FlightQuery query, Caller caller, RowStream.Opener opener);
}
