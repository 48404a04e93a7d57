package org.skywatt.client.annotation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.skywatt.client.GreenService;
import org.skywatt.client.JobRequest;
import org.skywatt.client.run.Checkpoint;
import org.skywatt.client.run.GreenRun;
import org.skywatt.client.run.RunSettings;
import org.skywatt.client.run.TaskWork;

/** Runs methods with {@link GreenHours}. A call returns when the method has ended. */
public final class GreenRunner {
  private final GreenService service;
  private final List<String> sites;
  private final Duration poll;
  private final Consumer<String> log;

  /**
   * @param sites of methods that name none
   * @param poll how often the service is asked
   * @param log takes one line at a time
   */
  public GreenRunner(
      GreenService service, List<String> sites, Duration poll, Consumer<String> log) {
    this.service = service;
    this.sites = List.copyOf(sites);
    this.poll = poll;
    this.log = log;
  }

  /**
   * An object whose annotated methods wait for green hours; others are called as ever. A parameter
   * of type {@link Checkpoint} is replaced by one that suspends, whatever was handed in.
   *
   * @param type an interface
   * @param target does the work; the annotation stands on its method or on that of the interface
   * @throws IllegalArgumentException if an annotation cannot be read
   */
  public <T> T proxy(Class<T> type, T target) {
    for (Method each : type.getMethods()) {
      GreenHours hours = annotation(each, target);
      if (hours != null) {
        request(hours, each, Instant.now());
      }
    }
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call(target, method, arguments));
    return type.cast(proxy);
  }

  /**
   * Runs a task whose {@code run} method is annotated.
   *
   * @throws IllegalArgumentException if it is not
   * @throws GreenHoursException if it was not run
   */
  public void run(Runnable task) {
    Method method;
    try {
      method = task.getClass().getMethod("run");
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    if (!method.isAnnotationPresent(GreenHours.class)) {
      throw new IllegalArgumentException(task.getClass().getName() + ".run has no @GreenHours");
    }
    proxy(Runnable.class, task).run();
  }

  private Object call(Object target, Method method, Object... arguments) throws Throwable {
    GreenHours hours = annotation(method, target);
    if (hours == null) {
      return invoke(target, method, arguments);
    }
    JobRequest request = request(hours, method, Instant.now());
    TaskWork<Object> work =
        new TaskWork<>(
            method.getName(),
            checkpoint -> invoke(target, method, with(checkpoint, method, arguments)));
    try {
      new GreenRun(service, request, work, new RunSettings(poll, hours.fallback(), log)).run();
      return work.result();
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (IOException e) {
      throw new GreenHoursException(e);
    } finally {
      work.stop();
    }
  }

  private static Object invoke(Object target, Method method, Object... arguments) throws Exception {
    try {
      // An interface that is not public is not ours to call otherwise.
      boolean unused = method.trySetAccessible();
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  private static Object[] with(Checkpoint checkpoint, Method method, Object... arguments) {
    Object[] all = arguments == null ? null : arguments.clone();
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (method.getParameterTypes()[i] == Checkpoint.class) {
        all[i] = checkpoint;
      }
    }
    return all;
  }

  private static GreenHours annotation(Method method, Object target) {
    GreenHours declared = method.getAnnotation(GreenHours.class);
    try {
      GreenHours own =
          target
              .getClass()
              .getMethod(method.getName(), method.getParameterTypes())
              .getAnnotation(GreenHours.class);
      return own == null ? declared : own;
    } catch (NoSuchMethodException e) {
      return declared;
    }
  }

  private JobRequest request(GreenHours hours, Method method, Instant now) {
    boolean interruptible = List.of(method.getParameterTypes()).contains(Checkpoint.class);
    try {
      return new JobRequest(
          hours.sites().length == 0 ? sites : List.of(hours.sites()),
          method.getName(),
          Duration.parse(hours.duration()),
          hours.powerKw(),
          JobRequest.deadline(hours.deadline(), now),
          interruptible,
          null,
          hours.green(),
          hours.probability());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "@GreenHours of " + method + " cannot be read: " + e.getMessage(), e);
    }
  }
}
