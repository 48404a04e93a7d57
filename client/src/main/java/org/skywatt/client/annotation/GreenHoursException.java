package org.skywatt.client.annotation;

import java.io.IOException;

/** The method was not run: refused, skipped or cancelled; the cause says which. */
public final class GreenHoursException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GreenHoursException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
