package org.skywatt.ingest.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.file.Reasons;

/** What came of a file, from all of its shares. */
record TakenFile(
    FreshFile file,
    Set<RunKey> runs,
    long fields,
    Instant availableAt,
    long refused,
    List<String> reasons,
    String failure) {

  static TakenFile of(FreshFile file, List<TakenShare> shares) {
    Set<RunKey> runs = new HashSet<>();
    Map<Integer, String> refused = new TreeMap<>();
    long fields = 0;
    Instant availableAt = null;
    String failure = null;
    for (TakenShare share : shares) {
      runs.addAll(share.runs());
      // Every share meets what is wrong with headers.
      refused.putAll(share.refused());
      fields += share.fields();
      if (availableAt == null
          || (share.availableAt() != null && share.availableAt().isAfter(availableAt))) {
        availableAt = share.availableAt();
      }
      failure = failure == null ? share.failure() : failure;
    }
    if (failure == null && fields == 0) {
      failure = file.file().path() + ": nothing of it can be used: " + first(refused);
    }
    Reasons reasons = new Reasons();
    refused.values().forEach(reasons::add);
    return new TakenFile(file, runs, fields, availableAt, refused.size(), reasons.list(), failure);
  }

  private static String first(Map<Integer, String> refused) {
    return refused.values().stream().findFirst().orElse("it has no field");
  }

  String name() {
    return Path.of(file.file().path()).getFileName().toString();
  }

  /** Rows of the ingest log: one a file of which something was used. */
  static List<Row> logRows(List<TakenFile> taken, String source, Instant now) {
    List<Row> log = new ArrayList<>();
    for (TakenFile each : taken) {
      if (each.failure == null) {
        log.add(
            RowFactory.create(
                each.file.sha256(),
                source,
                each.name(),
                each.file.bytes(),
                each.fields,
                each.refused,
                each.availableAt,
                now));
      }
    }
    return log;
  }
}
