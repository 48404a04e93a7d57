package org.skywatt.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.fetch.Credentials;
import org.skywatt.ingest.fetch.FetchSettings;
import org.skywatt.ingest.fetch.HttpFetcher;
import org.skywatt.ingest.replay.ReplayServer;
import org.skywatt.ingest.source.run.FetchedRun;
import org.skywatt.ingest.source.run.RunFetcher;

/** Fetches a run from the replay server. */
final class Providers {
  private Providers() {}

  static FetchedRun fetch(
      Source source, ReplayServer server, String base, Path folder, Instant run, Duration horizon)
      throws IOException {
    try (HttpFetcher http = new HttpFetcher(FetchSettings.DEFAULT, Credentials.NONE, Map.of())) {
      Remote remote = new Remote(http, server.address(base));
      return new RunFetcher(source, remote, folder, 2, Clock.systemUTC(), line -> {})
          .fetch(run, horizon);
    }
  }

  static List<String> names(FetchedRun run) {
    return run.files().keySet().stream().map(file -> file.getFileName().toString()).toList();
  }
}
