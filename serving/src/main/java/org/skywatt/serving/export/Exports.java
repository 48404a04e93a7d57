package org.skywatt.serving.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.config.SkywattConfig;

/**
 * The files under {@code exports}. The folder of an organisation is its name as URLs write it, so
 * that no name leaves the folder; links are not followed.
 */
@ApplicationScoped
public class Exports {
  private static final Logger LOG = Logger.getLogger(Exports.class);
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final Pattern FILE = Pattern.compile("(" + NAME.pattern() + ")\\.(parquet|arrow)");

  /**
   * A published file.
   *
   * @param organisation whose it is
   * @param name of the table
   * @param format {@code parquet} or {@code arrow}
   */
  public record ExportFile(
      String organisation, String name, String format, long bytes, Instant published, Path path) {}

  private final Path folder;

  Exports(SkywattConfig config) {
    this.folder = config.published().resolve("exports");
  }

  /** What the caller sees, by organisation and name. Reads folders. */
  public List<ExportFile> list(Caller caller) {
    List<ExportFile> found = new ArrayList<>();
    for (Path each : folders(caller)) {
      try (Stream<Path> files = Files.list(each)) {
        files.forEach(file -> describe(file).ifPresent(found::add));
      } catch (IOException e) {
        LOG.debugf("exports of a folder that went away: %s", e.getMessage());
      }
    }
    found.sort(
        Comparator.comparing(ExportFile::organisation)
            .thenComparing(ExportFile::name)
            .thenComparing(ExportFile::format));
    return found;
  }

  /**
   * The files of that name and format that the caller sees, one an organisation.
   *
   * @param organisation whose; null for any
   */
  public List<ExportFile> find(Caller caller, String name, String format, String organisation) {
    return list(caller).stream()
        .filter(each -> each.name().equals(name) && each.format().equals(format))
        .filter(each -> organisation == null || each.organisation().equals(organisation))
        .toList();
  }

  private List<Path> folders(Caller caller) {
    if (!caller.everyOrganisation()) {
      Path own = folder.resolve(URLEncoder.encode(caller.organisation(), UTF_8));
      // "." and ".." are names that URLs do not change.
      return own.normalize().getParent().equals(folder.normalize()) && isFolder(own)
          ? List.of(own)
          : List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Exports::isFolder).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<ExportFile> describe(Path file) {
    Matcher name = FILE.matcher(file.getFileName().toString());
    if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ExportFile(
              URLDecoder.decode(file.getParent().getFileName().toString(), UTF_8),
              name.group(1),
              name.group(2),
              Files.size(file),
              Files.getLastModifiedTime(file).toInstant(),
              file));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
