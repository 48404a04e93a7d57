package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Kills commands at moments that files betray. */
final class Killer {
  private static final long LIMIT_SECONDS = 300;

  private final Random random;
  private final Path log;

  Killer(long seed, Path log) {
    this.random = new Random(seed);
    this.log = log;
  }

  /** Something that a command does on its way. */
  interface Moment {
    boolean isReached() throws IOException;
  }

  /** How many entries {@code folder} has whose names end so; 0 if there is no such folder. */
  static long count(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(path -> path.getFileName().toString().endsWith(ending)).count();
    } catch (java.io.UncheckedIOException e) {
      return 0; // a file went away meanwhile: look again
    }
  }

  /** A moment at which {@code folder} has one such entry more than now. */
  static Moment more(Path folder, String ending) throws IOException {
    long before = count(folder, ending);
    return () -> count(folder, ending) > before;
  }

  /**
   * Starts a command and kills it, without a chance to clean up, up to {@code mostMillis} after
   * {@code moment}. It must have been alive.
   */
  void kill(String what, Moment moment, int mostMillis, Object... command) throws Exception {
    int millis = random.nextInt(mostMillis + 1);
    long start = System.nanoTime();
    Process process = Command.start(log, command);
    try {
      while (!moment.isReached()) {
        assertThat(process.isAlive()).as("%s: alive until then, see %s", what, log).isTrue();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        assertThat(seconds).as("%s: seconds until then", what).isLessThan(LIMIT_SECONDS);
        Thread.sleep(1);
      }
      Thread.sleep(millis);
      assertThat(process.isAlive()).as("%s: alive when it is killed", what).isTrue();
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    assertThat(process.exitValue()).as("killed, not ended").isEqualTo(128 + 9);
    System.out.printf(
        "killed %s, %d ms after %s, at %d ms%n",
        command[0], millis, what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }
}
