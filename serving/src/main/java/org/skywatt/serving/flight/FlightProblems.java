package org.skywatt.serving.flight;

import java.util.function.Supplier;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;
import org.jboss.logging.Logger;
import org.skywatt.core.run.RunFileException;
import org.skywatt.serving.problem.ProblemException;

/** Problems in the words of Flight: the code, then the detail; never a stack trace. */
final class FlightProblems {
  private static final Logger LOG = Logger.getLogger(FlightProblems.class);

  private FlightProblems() {}

  static FlightRuntimeException of(ProblemException problem) {
    CallStatus status =
        switch (problem.problem().status()) {
          case 401 -> CallStatus.UNAUTHENTICATED;
          case 403 -> CallStatus.UNAUTHORIZED;
          case 404 -> CallStatus.NOT_FOUND;
          case 429 -> CallStatus.RESOURCE_EXHAUSTED;
          case 503 -> CallStatus.UNAVAILABLE;
          default -> CallStatus.INVALID_ARGUMENT;
        };
    return status
        .withDescription(problem.problem().code() + ": " + problem.getMessage())
        .toRuntimeException();
  }

  /** Runs {@code work}; whatever it throws ends in words of Flight. */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (FlightRuntimeException e) {
      throw e;
    } catch (ProblemException e) {
      throw of(e);
    } catch (RunFileException e) {
      LOG.warnf("a stream was ended: %s", e.getMessage());
      throw CallStatus.UNAVAILABLE
          .withDescription("damaged-file: a published file turned out to be damaged; try again")
          .toRuntimeException();
    } catch (RuntimeException e) {
      LOG.error("a Flight call failed", e);
      throw CallStatus.INTERNAL.withDescription("internal-error: see the log").toRuntimeException();
    }
  }
}
