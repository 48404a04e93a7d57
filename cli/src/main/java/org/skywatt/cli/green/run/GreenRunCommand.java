package org.skywatt.cli.green.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.client.GreenService;
import org.skywatt.client.JobRequest;
import org.skywatt.client.run.Fallback;
import org.skywatt.client.run.GreenRun;
import org.skywatt.client.run.RunSettings;
import org.skywatt.client.run.SkippedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt green run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a command in green hours: waits, starts it, suspends it (SIGSTOP) and resumes it as",
      "the service plans. Signals and the exit code are passed on; 75 if it was skipped. The",
      "command always runs in time for its deadline, whether or not the service answers."
    },
    footer = {
      "",
      "Example:",
      "  skywatt green run --duration 6h --deadline \"Mon 09:00\" --green 0.9 \\",
      "      --sites solar-coast --power 2 -- python train.py"
    })
public final class GreenRunCommand implements Callable<Integer> {
  /** EX_TEMPFAIL of sysexits.h. */
  private static final int SKIPPED = 75;

  private static final int TELL_SECONDS = 5;

  @Spec private CommandSpec spec;
  @Mixin private JobOptions job;

  @Option(
      names = "--fallback",
      defaultValue = "wait",
      description = {
        "While the service is away: run, wait (as long as the deadline allows) or skip",
        "(default: ${DEFAULT-VALUE})."
      })
  private Fallback fallback;

  @Option(
      names = "--checkpoint",
      paramLabel = "COMMAND",
      description = {
        "Instead of suspending: a shell command that makes process $SKYWATT_PID save its work and",
        "end; it is started anew later."
      })
  private String checkpoint;

  @Option(
      names = "--poll",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How often to ask the service (default: ${DEFAULT-VALUE}).")
  private String poll;

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "After --: what to run.")
  private List<String> command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter log = spec.commandLine().getErr();
    Instant deadline = job.end(Instant.now());
    JobRequest request = job.request(deadline, command.get(0));
    RunSettings settings =
        new RunSettings(TimeOptions.duration("--poll", poll), fallback, line -> say(log, line));
    Child child = new Child(command, checkpoint);
    CountDownLatch over = new CountDownLatch(1);
    Thread stopper = new Thread(() -> stop(child, over), "skywatt-stop");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      new GreenRun(new GreenService(job.connection()), request, child, settings).run();
      return child.exitCode();
    } catch (SkippedException e) {
      say(log, e.getMessage());
      return SKIPPED;
    } finally {
      child.stop();
      over.countDown();
      keepRunning(stopper);
    }
  }

  private static void keepRunning(Thread stopper) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException e) {
      // A signal ends us already; the hook gives the command's exit code.
    }
  }

  private static void say(PrintWriter log, String line) {
    log.println("skywatt green run: " + line);
    log.flush();
  }

  /**
   * Whoever ends us by a signal ends the command too, and gets its exit code once the service has
   * been told.
   */
  private static void stop(Child child, CountDownLatch over) {
    try {
      child.stop();
      boolean unused = over.await(TELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (child.hasRun()) {
      Runtime.getRuntime().halt(child.exitCode());
    }
  }
}
