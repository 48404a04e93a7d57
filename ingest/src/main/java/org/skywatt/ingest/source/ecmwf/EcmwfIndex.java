package org.skywatt.ingest.source.ecmwf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.fetch.ByteRange;
import org.skywatt.ingest.source.BadIndexException;
import org.skywatt.ingest.source.MessageIndex;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.WantedMessage;

/**
 * A JSON object a line: {@code {"date": "20260310", "time": "0000", "step": "0", "levtype": "sfc",
 * "param": "2t", "_offset": 0, "_length": 609046}} and more, such as the {@code number} of a
 * member.
 */
final class EcmwfIndex implements MessageIndex.Parser {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * By name of the parameter; those whose number differs between model versions are not checked.
   */
  private final Map<String, String> wanted;

  private final Instant run;
  private final Duration lead;

  EcmwfIndex(Map<String, String> wanted, Instant run, Duration lead) {
    this.wanted = wanted;
    this.run = run;
    this.lead = lead;
  }

  @Override
  public List<WantedMessage> read(String text) throws BadIndexException {
    List<WantedMessage> messages = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      JsonNode entry = parse(line, number);
      requireRun(entry, number);
      String parameter = wanted.get(entry.path("param").asText());
      if (parameter != null && entry.path("levtype").asText().equals("sfc")) {
        messages.add(message(entry, parameter, number));
      }
    }
    if (number == 0) {
      throw new BadIndexException("its index is empty");
    }
    messages.sort(Comparator.comparingLong(each -> each.range().offset()));
    return messages;
  }

  private static JsonNode parse(String line, int number) throws BadIndexException {
    try {
      JsonNode entry = JSON.readTree(line);
      if (entry.isObject()) {
        return entry;
      }
    } catch (JsonProcessingException e) {
      throw new BadIndexException(number, "is no JSON: " + e.getOriginalMessage());
    }
    throw new BadIndexException(number, "is no JSON object");
  }

  private void requireRun(JsonNode entry, int number) throws BadIndexException {
    String told = entry.path("date").asText() + entry.path("time").asText();
    if (!told.equals(RunTime.format("yyyyMMddHHmm", run))) {
      throw new BadIndexException(number, "is of another run: " + told);
    }
    if (!entry.path("step").asText().equals(Long.toString(lead.toHours()))) {
      throw new BadIndexException(number, "is of another step: " + entry.path("step").asText());
    }
  }

  private WantedMessage message(JsonNode entry, String parameter, int number)
      throws BadIndexException {
    long offset = entry.path("_offset").asLong(-1);
    long length = entry.path("_length").asLong(-1);
    String name = entry.path("param").asText();
    try {
      String member = entry.path("number").asText("");
      return new WantedMessage(
          new ByteRange(offset, Math.max(0, length)),
          member.isEmpty() ? name : name + " of member " + member,
          parameter,
          run,
          run.plus(lead));
    } catch (IllegalArgumentException e) {
      throw new BadIndexException(number, "tells no place: " + e.getMessage());
    }
  }
}
