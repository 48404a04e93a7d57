package org.skywatt.serving.flight;

import java.util.Locale;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallInfo;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightServerMiddleware;
import org.apache.arrow.flight.RequestContext;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.Callers;
import org.skywatt.serving.problem.ProblemException;

/**
 * Who makes a call, by {@code authorization: Bearer KEY} or {@code x-api-key}. A call without a
 * good key does not get further than here.
 */
record SignIn(Caller caller) implements FlightServerMiddleware {
  static final FlightServerMiddleware.Key<SignIn> KEY = FlightServerMiddleware.Key.of("sign-in");
  private static final String BEARER = "bearer ";

  /** Signs every call in. */
  record Door(Callers callers) implements FlightServerMiddleware.Factory<SignIn> {
    @Override
    public SignIn onCallStarted(CallInfo info, CallHeaders headers, RequestContext context) {
      try {
        return new SignIn(callers.admit(token(headers)));
      } catch (ProblemException e) {
        throw FlightProblems.of(e);
      } catch (RuntimeException e) {
        throw CallStatus.INTERNAL.withDescription("signing in failed").toRuntimeException();
      }
    }

    private static String token(CallHeaders headers) {
      String authorization = headers.get("authorization");
      if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
        return authorization.substring(BEARER.length()).strip();
      }
      return headers.get("x-api-key");
    }
  }

  @Override
  public void onBeforeSendingHeaders(CallHeaders outgoingHeaders) {
    // Nothing is told but the answer.
  }

  @Override
  public void onCallCompleted(CallStatus status) {
    // Nothing is held.
  }

  @Override
  public void onCallErrored(Throwable failure) {
    // The producer has told what went wrong.
  }
}
