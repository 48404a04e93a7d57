package org.skywatt.serving.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.hash.Sha256;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.format.BodyType;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SiteTable;
import org.skywatt.serving.site.SitesResource;

/** Metered power of a site. */
@Path("/v1/sites/{id}/generation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Generation")
public class GenerationResource {
  private static final int MOST_READ = 50_000;

  private final SiteTable sites;
  private final ReadingTable table;
  private final IdempotentRequests requests;
  private final Database database;
  private final CurrentCaller caller;
  private final Clock clock;
  private final ObjectMapper mapper;

  GenerationResource(
      SiteTable sites,
      ReadingTable table,
      IdempotentRequests requests,
      Database database,
      CurrentCaller caller,
      Clock clock,
      ObjectMapper mapper) {
    this.sites = sites;
    this.table = table;
    this.requests = requests;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
    this.mapper = mapper;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Readings of a site, ascending",
      description =
          "The newest of each interval that overlaps (from, to], at most 50000. May be called by"
              + " viewers.")
  @APIResponse(
      responseCode = "400",
      description = "invalid-time, invalid-range or missing-field",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "200", description = "The readings")
  public List<ReadingJson> read(
      @PathParam("id") String id,
      @Parameter(required = true) @QueryParam("from") String from,
      @Parameter(required = true) @QueryParam("to") String to) {
    SiteId site = site(id).id();
    if (from == null || to == null) {
      throw ProblemException.badRequest("missing-field", "from and to are needed");
    }
    TimeRange range = TimeRange.parse(from, to);
    return database.transaction(
        connection -> table.list(connection, site, range.from(), range.to(), MOST_READ));
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Posts readings",
      description =
          "One, an array, or CSV with the columns start, end and power_kw; at most 50000. Good rows"
              + " are kept in one transaction, the others are told. The same reading again adds"
              + " nothing; with an Idempotency-Key the same request gets the same answer. May be"
              + " called by operators.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReadingJson[].class)),
        @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "What became of the rows",
      content = @Content(schema = @Schema(implementation = PostOutcome.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body, too-many-rows, invalid-rows or invalid-idempotency-key",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "idempotency-key-reused",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "database-unavailable: nothing was kept, try again with the same key",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response post(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
      String body) {
    Site site = site(id);
    Caller who = caller.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<ReadingRows.Row> rows =
        BodyType.isCsv(type) ? ReadingRows.csv(body) : ReadingRows.json(body, mapper);
    String hash = sha256(id + "\n" + body);
    String answer =
        database.transaction(
            connection -> {
              if (key != null) {
                Optional<String> before = requests.find(connection, who, key, hash);
                if (before.isPresent()) {
                  return before.get();
                }
              }
              String outcome = text(append(connection, site, rows, now));
              if (key != null) {
                requests.keep(connection, who, key, hash, outcome);
              }
              return outcome;
            });
    return Response.ok(answer, MediaType.APPLICATION_JSON).build();
  }

  private PostOutcome append(
      Connection connection, Site site, List<ReadingRows.Row> rows, Instant now)
      throws SQLException {
    table.lock(connection, site.id());
    int accepted = 0;
    int unchanged = 0;
    List<PostOutcome.Refusal> refused = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ReadingRows.Row row = rows.get(i);
      String problem =
          row.problem() != null
              ? row.problem()
              : row.reading() == null
                  ? "null is no reading"
                  : row.reading().problem(site.capacityKw(), now);
      if (problem != null) {
        refused.add(new PostOutcome.Refusal(i + 1, problem));
      } else if (table.append(connection, site.id(), row.reading(), now)) {
        accepted++;
      } else {
        unchanged++;
      }
    }
    if (accepted + unchanged == 0) {
      throw ProblemException.badRequest(
          "invalid-rows",
          "none of " + rows.size() + " rows is good; the first: " + refused.get(0).problem());
    }
    return new PostOutcome(accepted, unchanged, refused);
  }

  private String text(PostOutcome outcome) {
    try {
      return mapper.writeValueAsString(outcome);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(String text) {
    Sha256 digest = new Sha256();
    digest.update(ByteBuffer.wrap(text.getBytes(UTF_8)));
    return digest.finish();
  }

  private Site site(String id) {
    SiteId siteId = SitesResource.parse(id);
    return sites.find(siteId, caller.get()).orElseThrow(() -> SitesResource.unknown(siteId));
  }
}
