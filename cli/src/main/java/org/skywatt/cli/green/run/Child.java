package org.skywatt.cli.green.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.skywatt.client.run.Work;

/** The command that is run: started, suspended and resumed with all that it started itself. */
final class Child implements Work {
  private static final int GRACE_SECONDS = 10;

  private final List<String> command;
  private final String checkpoint;
  // A hook that stops it runs beside the thread that runs it.
  private volatile Process process;
  private volatile boolean suspended;

  /**
   * @param checkpoint shell command that makes the command save its work and end, instead of
   *     suspending it; it finds the process in SKYWATT_PID. Null to suspend
   */
  Child(List<String> command, String checkpoint) {
    this.command = List.copyOf(command);
    this.checkpoint = checkpoint;
  }

  @Override
  public boolean isRunning() {
    return process != null && process.isAlive() && !suspended;
  }

  @Override
  public boolean hasEnded() {
    return process != null && !process.isAlive() && !suspended;
  }

  @Override
  public void run() throws IOException, InterruptedException {
    if (suspended && process.isAlive()) {
      signal("CONT");
    } else if (process == null || suspended) {
      process = new ProcessBuilder(command).inheritIO().start();
    }
    suspended = false;
  }

  /** Suspends it, or has it save its work and end. */
  @Override
  public void pause() throws IOException, InterruptedException {
    if (!isRunning()) {
      return;
    }
    if (checkpoint == null) {
      signal("STOP");
    } else {
      ProcessBuilder hook = new ProcessBuilder("sh", "-c", checkpoint).inheritIO();
      hook.environment().put("SKYWATT_PID", Long.toString(process.pid()));
      int code = hook.start().waitFor();
      if (code != 0) {
        throw new IOException("the checkpoint command ended with " + code);
      }
      process.waitFor();
    }
    suspended = true;
  }

  @Override
  public boolean hasSucceeded() {
    return exitCode() == 0;
  }

  @Override
  public void await(Duration most) throws InterruptedException {
    long millis = most.toMillis();
    if (process == null || suspended) {
      TimeUnit.MILLISECONDS.sleep(millis);
    } else {
      boolean unused = process.waitFor(millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Whether it was started, and has ended. */
  boolean hasRun() {
    return process != null && !process.isAlive();
  }

  /** Its exit code; of one that a signal ended, 128 and the signal. */
  int exitCode() {
    return process.exitValue();
  }

  /** Ends it with all that it started; waits for that. */
  @Override
  public void stop() throws InterruptedException {
    if (process == null || !process.isAlive()) {
      return;
    }
    List<ProcessHandle> all = all();
    suspended = false;
    all.forEach(ProcessHandle::destroy);
    try {
      // What is suspended hears of its end only when it goes on.
      signal("CONT");
    } catch (IOException e) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
    if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
      process.waitFor();
    }
  }

  private List<ProcessHandle> all() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private void signal(String name) throws IOException, InterruptedException {
    List<String> kill = new ArrayList<>(List.of("kill", "-s", name));
    all().forEach(each -> kill.add(Long.toString(each.pid())));
    new ProcessBuilder(kill).redirectErrorStream(true).start().waitFor();
  }
}
