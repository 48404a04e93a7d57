package org.skywatt.serving.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Timer;
import java.util.TimerTask;
import org.jboss.logging.Logger;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.config.SkywattConfig;

/**
 * Keeps the table of sites like the published file {@code sites.json}: at start, and whenever the
 * file changes. A file that cannot be read changes nothing; a site whose entry is refused stays as
 * it was.
 */
@ApplicationScoped
public class SiteSync {
  private static final Logger LOG = Logger.getLogger(SiteSync.class);
  private static final long POLL_MILLIS = 500;

  /** What tells two states of the file apart. */
  private record State(long size, FileTime modified, Object key) {}

  private final Path file;
  private final SiteTable table;
  private final ObjectMapper mapper;
  private final ChangeWatcher watcher;
  private final Timer timer = new Timer("skywatt-sites", true);
  private State seen;

  SiteSync(SkywattConfig config, SiteTable table, ObjectMapper mapper, ChangeWatcher watcher) {
    this.file = config.published().resolve("sites.json");
    this.table = table;
    this.mapper = mapper;
    this.watcher = watcher;
  }

  void start(@Observes @Priority(100) StartupEvent event) {
    sync();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            sync();
          }
        },
        POLL_MILLIS,
        POLL_MILLIS);
  }

  private void sync() {
    State now;
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      now = new State(found.size(), found.lastModifiedTime(), found.fileKey());
    } catch (IOException e) {
      // The pipeline has not published yet.
      return;
    }
    if (now.equals(seen)) {
      return;
    }
    try {
      SiteRegistry registry = SiteRegistry.read(file, mapper);
      registry.refused().forEach(LOG::warn);
      table.publish(registry.sites().values(), registry.refused().isEmpty());
      watcher.look();
      LOG.infof(
          "%d sites from %s, %d refused",
          registry.sites().size(), file.getFileName(), registry.refused().size());
      seen = now;
    } catch (IOException e) {
      LOG.warn(e.getMessage());
      seen = now;
    } catch (SQLException | RuntimeException e) {
      LOG.warnf("sites are not synchronised yet: %s", e.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    timer.cancel();
  }
}
