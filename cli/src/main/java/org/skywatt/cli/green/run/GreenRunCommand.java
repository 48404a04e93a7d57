package org.skywatt.cli.green.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.skywatt.cli.pipeline.TimeOptions;
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
      "Runs a command in green hours: waits, starts it, suspends it (SIGSTOP) and resumes it as"
          + " the",
      "service plans. Signals and the exit code are passed on; 75 if it was skipped. The command",
      "always runs in time for its deadline, whether or not the service answers."
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
    ObjectNode body = job.body(deadline, command.get(0));
    Child child = new Child(command, checkpoint);
    Thread stopper = new Thread(() -> stop(child), "skywatt-stop");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      return new RunLoop(
              job.service(),
              child,
              log,
              Clock.systemUTC(),
              TimeOptions.duration("--poll", poll),
              fallback,
              deadline,
              job.length(),
              job.powerKw())
          .run(body);
    } catch (SkippedException e) {
      log.println("skywatt green run: " + e.getMessage());
      return SKIPPED;
    } finally {
      child.stop();
      Runtime.getRuntime().removeShutdownHook(stopper);
    }
  }

  /** Whoever ends us ends the command too. */
  private static void stop(Child child) {
    try {
      child.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
