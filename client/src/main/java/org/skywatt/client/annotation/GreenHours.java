package org.skywatt.client.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.skywatt.client.run.Fallback;

/**
 * Says that a method runs in green hours, when it is called through {@link GreenRunner}. With a
 * parameter of type {@link org.skywatt.client.run.Checkpoint} it is suspended and resumed there;
 * without one it runs at one go.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface GreenHours {
  /** How long it takes, an ISO 8601 duration like PT6H. */
  String duration();

  /** By when it ends: a time with offset, or an ISO 8601 duration from the call on, like PT24H. */
  String deadline();

  /** Ids of the sites whose green power it is to run on; none for those of the runner. */
  String[] sites() default {};

  /** Power while it runs, kW. */
  double powerKw() default 0.3;

  /** Share of its energy that is to be green, 0 (as much as can be) to 1. */
  double green() default 0;

  /** With which probability. */
  double probability() default 0.9;

  /** What to do while the service is away and there is no plan yet. */
  Fallback fallback() default Fallback.WAIT;
}
