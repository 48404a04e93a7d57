package org.skywatt.ingest.source.template;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.Steps;

/**
 * Files at addresses like {@code https://host/{yyyyMMdd}/{HH}/file_{step:03d}.grib2}. In braces: a
 * date pattern of the run's reference time in UTC; {@code step}, the lead time in hours, or {@code
 * step:03d} with leading zeros; {@code valid:} and a date pattern of the valid time. {@code s3:}
 * and a bucket stands for its public address.
 */
public final class TemplateSource implements Source {
  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern STEP = Pattern.compile("step(?::0?(\\d)d)?");
  private static final Pattern DATE = Pattern.compile("[yMdHm'TZ_./-]{1,40}");
  private static final Pattern BUCKET = Pattern.compile("s3://([a-z0-9.-]{3,63})/(.+)");

  private final String id;
  private final String base;
  private final String path;
  private final Duration cycle;
  private final int stepHours;

  private TemplateSource(String id, String base, String path, Duration cycle, int stepHours) {
    this.id = id;
    this.base = base;
    this.path = path;
    this.cycle = cycle;
    this.stepHours = stepHours;
  }

  /**
   * A source by its template.
   *
   * @param cycle time between runs
   * @param stepHours time between files, where the template has a step
   * @throws IllegalArgumentException if the template is none; the message says how one looks
   */
  public static TemplateSource of(String id, String template, Duration cycle, int stepHours) {
    Matcher bucket = BUCKET.matcher(template);
    String address =
        bucket.matches()
            ? "https://" + bucket.group(1) + ".s3.amazonaws.com/" + bucket.group(2)
            : template;
    Matcher parts = Pattern.compile("(https?://[^/{}]+)/(.+)").matcher(address);
    if (!parts.matches() || stepHours < 1) {
      throw new IllegalArgumentException(
          "'" + template + "' is no template like https://host/{yyyyMMdd}/{HH}/f_{step:03d}.grib2");
    }
    TemplateSource source =
        new TemplateSource(id, parts.group(1), parts.group(2), cycle, stepHours);
    RemoteFile unused =
        new RemoteFile(source.fill(Instant.EPOCH, 0), Optional.empty(), Optional.empty(), -1);
    return source;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return base + "/" + path;
  }

  @Override
  public String licence() {
    return "as its provider says";
  }

  @Override
  public String base() {
    return base;
  }

  @Override
  public Duration cycle() {
    return cycle;
  }

  @Override
  public Grain grain() {
    return Grain.ALL;
  }

  @Override
  public boolean hidesMissing() {
    return true;
  }

  @Override
  public Plan plan(Instant run, Duration horizon, Remote remote) {
    boolean stepped = path.contains("{step") || path.contains("{valid:");
    if (!stepped) {
      return Plan.unlisted(
          List.of(new RemoteFile(fill(run, 0), Optional.empty(), Optional.empty(), -1)));
    }
    List<RemoteFile> files = new ArrayList<>();
    int last = (int) Math.ceil(RunTime.hours(horizon));
    for (int hour : Steps.every(stepHours, 0, last + stepHours).upTo(last)) {
      Optional<Duration> lead = Optional.of(Duration.ofHours(hour));
      files.add(new RemoteFile(fill(run, hour), lead, Optional.empty(), -1));
    }
    return Plan.unlisted(files);
  }

  private String fill(Instant run, int hour) {
    return FIELD
        .matcher(path)
        .replaceAll(field -> Matcher.quoteReplacement(fill(field.group(1), run, hour)));
  }

  private static String fill(String field, Instant run, int hour) {
    Matcher step = STEP.matcher(field);
    if (step.matches()) {
      int width = step.group(1) == null ? 1 : Integer.parseInt(step.group(1));
      return String.format(Locale.ROOT, "%0" + Math.max(1, width) + "d", hour);
    }
    boolean valid = field.startsWith("valid:");
    String pattern = valid ? field.substring("valid:".length()) : field;
    if (DATE.matcher(pattern).matches()) {
      try {
        return RunTime.format(pattern, valid ? run.plus(Duration.ofHours(hour)) : run);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException("{" + field + "} is no pattern of a date", e);
      }
    }
    throw new IllegalArgumentException(
        "{" + field + "} is not known: {yyyyMMdd}, {HH}, {step:03d} and {valid:yyyyMMddHH} are");
  }
}
