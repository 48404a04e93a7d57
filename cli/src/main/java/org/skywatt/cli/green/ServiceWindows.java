package org.skywatt.cli.green;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.cli.Json;
import org.skywatt.cli.green.service.Services;
import org.skywatt.client.ServiceAwayException;
import org.skywatt.client.ServiceConnection;

/** Green windows from a running service. */
final class ServiceWindows {
  private ServiceWindows() {}

  static JsonNode plan(URI url, WindowQuery query) throws IOException, InterruptedException {
    ServiceConnection service = Services.connect(url);
    try {
      List<String> sites = query.sites().isEmpty() ? sites(service) : query.sites();
      ObjectNode body = Json.MAPPER.createObjectNode();
      ArrayNode ids = body.putArray("sites");
      sites.forEach(ids::add);
      body.put("duration", query.duration().toString());
      body.put("earliestStart", query.earliest().toString());
      body.put("deadline", query.deadline().toString());
      body.put("top", query.top());
      return service.post("v1/green/windows", body);
    } catch (ServiceAwayException e) {
      throw new ServiceAwayException(e.getMessage() + ": start one with skywatt serve", e);
    }
  }

  private static List<String> sites(ServiceConnection service)
      throws IOException, InterruptedException {
    JsonNode answer = service.get("v1/sites");
    List<String> ids = new ArrayList<>();
    for (JsonNode site : answer.isArray() ? answer : answer.path("sites")) {
      ids.add(site.path("id").asText());
    }
    return ids;
  }
}
