import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.site.SiteId;

/**
 * Opens a run that RunMaker.java wrote, reads single sites at random, and checks the whole. Usage:
 * java -Xmx128m -cp CLASSES_AND_ARROW_JARS RunFileBenchmark.java FILE
 */
class RunFileBenchmark {
  private static final int READS = 200_000;

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    RunFile.open(file).close();
    long start = System.nanoTime();
    RunFile run = RunFile.open(file);
    System.out.printf("%d sites, %d MB: opened in %.1f ms, own memory %d MB%n", run.siteCount(),
        Files.size(file) >> 20, (System.nanoTime() - start) / 1e6, ownMemory());
    Random random = new Random(1);
    double sum = 0;
    for (int round = 0; round < 4; round++) {
      start = System.nanoTime();
      for (int i = 0; i < READS; i++) {
        String id = String.format(Locale.ROOT, "site-%07d", random.nextInt(run.siteCount()));
        sum += run.find(new SiteId(id)).orElseThrow().mean(0);
      }
      System.out.printf("a read %.2f us, own memory %d MB%n",
          (System.nanoTime() - start) / 1e3 / READS, ownMemory());
    }
    start = System.nanoTime();
    run.verifyChecksum();
    System.out.printf("whole file checked in %.2f s, own memory %d MB (%.0f)%n",
        (System.nanoTime() - start) / 1e9, ownMemory(), sum);
  }

  private static long ownMemory() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("RssAnon:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }
}
