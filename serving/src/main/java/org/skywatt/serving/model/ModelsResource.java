package org.skywatt.serving.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.models.publish.PublishedCards;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.Place;
import org.skywatt.serving.site.SiteIndex;

/** Models and their cards. Of the sites learned from, a caller sees its own. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
public class ModelsResource {
  /** A model in a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Model")
  public record Model(
      String id,
      String technology,
      String fitUntil,
      @Schema(description = "Whether the newest run is of it") boolean serving,
      @Schema(description = "Spent on its training, J") Double joules,
      @Schema(description = "measured, modelled or constant") String energyTier,
      @Schema(description = "Of one step of one site, J") Double joulesPerForecast,
      Long sizeBytes,
      String licence) {}

  private final PublishedCards cards;
  private final Runs runs;
  private final SiteIndex sites;
  private final CurrentCaller caller;

  ModelsResource(SkywattConfig config, Runs runs, SiteIndex sites, CurrentCaller caller) {
    this.cards = new PublishedCards(config.published());
    this.runs = runs;
    this.sites = sites;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The models whose forecasts were published",
      description = "Sorted by id, with what they cost. May be called by viewers.")
  public List<Model> list() throws IOException {
    Set<String> used =
        runs.latest()
            .map(RunFile::header)
            .map(header -> Set.copyOf(RunHeader.names(header.model())))
            .orElse(Set.of());
    List<Model> models = new ArrayList<>();
    for (JsonNode card : cards.list()) {
      String id = text(card, "id");
      if (id == null) {
        continue; // no card
      }
      models.add(
          new Model(
              id,
              text(card, "technology"),
              text(card, "fitUntil"),
              used.contains(id),
              number(card, "joules"),
              text(card, "energyTier"),
              number(card, "joulesPerForecast"),
              card.hasNonNull("sizeBytes") ? card.get("sizeBytes").asLong() : null,
              text(card, "licence")));
    }
    return models;
  }

  @GET
  @Path("{id}/card")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "A model's card",
      description =
          "What it was fitted to, how good it was on days it had not seen, by lead, and what it"
              + " cost. Of the sites learned from those of the caller. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The card as it was published",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "404", description = "unknown-model")
  public JsonNode card(@PathParam("id") String id) throws IOException {
    JsonNode card =
        cards
            .find(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "unknown-model", "there is no model '" + id + "'; see /v1/models"));
    return forCaller((ObjectNode) card, caller.get());
  }

  /** Names of sites, and how many others there are, belong to their organisations. */
  private JsonNode forCaller(ObjectNode card, Caller who) {
    List<String> own = new ArrayList<>();
    int learnedFrom = card.path("sites").size();
    for (JsonNode site : card.path("sites")) {
      boolean visible =
          sites.find(site.asText()).map(Place::organisation).filter(who::sees).isPresent();
      if (visible) {
        own.add(site.asText());
      }
    }
    var names = card.putArray("sites");
    own.forEach(names::add);
    card.remove("snapshotIds");
    if (own.size() < learnedFrom) {
      card.remove("rows"); // they would tell how many other sites there are
    }
    return card;
  }

  private static String text(JsonNode card, String field) {
    return card.hasNonNull(field) ? card.get(field).asText() : null;
  }

  private static Double number(JsonNode card, String field) {
    return card.hasNonNull(field) ? card.get(field).asDouble() : null;
  }
}
