package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.Progress;
import org.skywatt.green.admission.AdmissionPolicy;
import org.skywatt.green.admission.AdmissionReplay;
import org.skywatt.green.admission.AdmissionResult;
import org.skywatt.green.admission.WorkRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code skywatt green replay cucumber}. */
@Command(
    name = "cucumber",
    mixinStandardHelpOptions = true,
    description = {
      "Work that is taken or refused as it arrives, by whether solar power will do it in time",
      "(Wiesner et al. 2022). The forecasts are ours, from the past of the data themselves: the",
      "paper's are not among the data."
    },
    footer = {
      "",
      "Example:",
      "  skywatt green replay cucumber --data cucumber --json figures.json"
    })
final class CucumberCommand implements Callable<Integer> {
  private static final List<String> WORKLOADS = List.of("alibaba", "nyctaxi");
  private static final List<String> SITES = List.of("capet", "cdmx", "berlin");
  // In January it has next to no surplus: means are of the other sites, as in the paper.
  private static final String DARK = "berlin";
  private static final List<AdmissionPolicy> POLICIES =
      List.of(AdmissionPolicy.CONSERVATIVE, AdmissionPolicy.EXPECTED);

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Override
  public Integer call() throws IOException {
    Progress progress = new Progress(spec.commandLine().getOut());
    CucumberFiles files =
        new CucumberFiles(options.folder("cucumber", CucumberFiles.requestsFile(WORKLOADS.get(0))));
    List<CucumberReport.Cell> cells = new ArrayList<>();
    for (AdmissionPolicy policy : POLICIES) {
      List<CucumberReport.Cell> some = new ArrayList<>();
      for (String workload : WORKLOADS) {
        List<WorkRequest> requests = files.requests(workload);
        for (String site : SITES) {
          CucumberFiles.Capacity capacity = files.capacity(workload, site);
          AdmissionResult result =
              AdmissionReplay.run(capacity.free(), capacity.renewable(), requests, policy);
          some.add(
              new CucumberReport.Cell(
                  workload + "-" + site,
                  policy.name(),
                  result.acceptedPct(),
                  Double.isNaN(result.greenPct()) ? null : result.greenPct(),
                  result.missed()));
        }
      }
      some.forEach(cell -> progress.say(line(cell)));
      progress.say(line(mean(policy.name(), some)));
      cells.addAll(some);
    }
    options.write(new CucumberReport(cells));
    return 0;
  }

  private static CucumberReport.Cell mean(String policy, List<CucumberReport.Cell> all) {
    List<CucumberReport.Cell> cells =
        all.stream().filter(cell -> !cell.caseName().endsWith(DARK)).toList();
    return new CucumberReport.Cell(
        "mean of sunny",
        policy,
        cells.stream().mapToDouble(CucumberReport.Cell::acceptedPct).average().orElseThrow(),
        cells.stream().mapToDouble(CucumberReport.Cell::greenPct).average().orElseThrow(),
        cells.stream().mapToInt(CucumberReport.Cell::missed).sum());
  }

  private static String line(CucumberReport.Cell cell) {
    String green =
        cell.greenPct() == null
            ? "nothing done"
            : String.format(Locale.ROOT, "green %.2f%%", cell.greenPct());
    return String.format(
        Locale.ROOT,
        "%-15s %-12s accepted %5.2f%%, %s, deadlines missed %d",
        cell.caseName(),
        cell.admission(),
        cell.acceptedPct(),
        green,
        cell.missed());
  }
}
