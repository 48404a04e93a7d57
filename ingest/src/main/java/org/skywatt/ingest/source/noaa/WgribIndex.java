package org.skywatt.ingest.source.noaa;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.ingest.fetch.ByteRange;
import org.skywatt.ingest.source.BadIndexException;
import org.skywatt.ingest.source.MessageIndex;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.WantedMessage;

/**
 * The short inventory of wgrib2: {@code number:offset:d=reference time:name:level:forecast:}, for
 * example {@code 580:480811431:d=2026060100:TMP:2 m above ground:6 hour fcst:}.
 */
final class WgribIndex implements MessageIndex.Parser {
  private static final Pattern AVERAGE =
      Pattern.compile("\\d+-\\d+ (?:min|hour|day) ave(?:@.*)? (?:fcst|anl)|.* ave fcst");
  private static final Pattern INSTANT = Pattern.compile("anl|\\d+ (?:min|hour|day) fcst");
  private static final Pattern OFFSET = Pattern.compile("\\d{1,15}");
  private static final int FEWEST_PARTS = 6;

  private record Line(int number, long offset, String name, String level, String forecast) {}

  private final List<NcepField> wanted;
  private final Instant run;
  private final Duration lead;

  WgribIndex(List<NcepField> wanted, Instant run, Duration lead) {
    this.wanted = wanted;
    this.run = run;
    this.lead = lead;
  }

  @Override
  public List<WantedMessage> read(String text) throws BadIndexException {
    List<Line> lines = lines(text);
    List<WantedMessage> messages = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Optional<NcepField> field = find(line);
      if (field.isPresent()) {
        messages.add(
            new WantedMessage(
                new ByteRange(line.offset(), length(lines, i)),
                line.name() + ":" + line.level() + ":" + line.forecast(),
                field.get().parameter(),
                run,
                run.plus(lead)));
      }
    }
    return messages;
  }

  private List<Line> lines(String text) throws BadIndexException {
    String reference = "d=" + RunTime.format("yyyyMMddHH", run);
    List<Line> lines = new ArrayList<>();
    int number = 0;
    long before = 0;
    for (String each : text.lines().toList()) {
      number++;
      String[] parts = each.split(":", -1);
      if (parts.length < FEWEST_PARTS || !OFFSET.matcher(parts[1]).matches()) {
        throw new BadIndexException(number, "is no inventory of wgrib2");
      }
      if (!parts[2].startsWith(reference)) {
        throw new BadIndexException(number, "is of another run: " + parts[2]);
      }
      long offset = Long.parseLong(parts[1]);
      if (offset < before) {
        throw new BadIndexException(number, "goes back to byte " + offset);
      }
      lines.add(new Line(number, offset, parts[3], parts[4], parts[5]));
      before = offset;
    }
    if (lines.isEmpty()) {
      throw new BadIndexException("its index is empty");
    }
    return lines;
  }

  private Optional<NcepField> find(Line line) {
    Matcher average = AVERAGE.matcher(line.forecast());
    Matcher instant = INSTANT.matcher(line.forecast());
    boolean averaged = average.matches();
    if (!averaged && !instant.matches()) {
      return Optional.empty();
    }
    return wanted.stream()
        .filter(
            field ->
                field.averaged() == averaged
                    && field.name().equals(line.name())
                    && field.level().equals(line.level()))
        .findFirst();
  }

  private static long length(List<Line> lines, int index) {
    long offset = lines.get(index).offset();
    for (int next = index + 1; next < lines.size(); next++) {
      if (lines.get(next).offset() > offset) {
        return lines.get(next).offset() - offset;
      }
    }
    return ByteRange.TO_THE_END;
  }
}
