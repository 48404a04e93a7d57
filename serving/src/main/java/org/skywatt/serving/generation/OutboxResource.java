package org.skywatt.serving.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;

/**
 * Posted readings in the order in which they came, as {@code skywatt ingest generation} reads them.
 */
@Path("/v1/generation/outbox")
@Tag(name = "Generation")
public class OutboxResource {
  private static final int MOST = 100_000;

  private final ReadingTable table;
  private final Database database;
  private final CurrentCaller caller;

  OutboxResource(ReadingTable table, Database database, CurrentCaller caller) {
    this.table = table;
    this.database = database;
    this.caller = caller;
  }

  @GET
  @Produces("text/csv")
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Readings that were posted after another",
      description =
          "At most 100000, oldest first; the header X-Last-Id tells where to go on. The file is one"
              + " for skywatt ingest generation. May be called by operators.")
  @APIResponse(responseCode = "200", description = "The readings")
  @APIResponse(responseCode = "400", description = "invalid-after")
  public Response read(
      @Parameter(description = "X-Last-Id of the answer before; 0 if absent") @QueryParam("after")
          String after) {
    long from;
    try {
      from = after == null ? 0 : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("invalid-after", "after '" + after + "' is no number");
    }
    List<ReadingTable.Row> rows =
        database.transaction(connection -> table.after(connection, caller.get(), from, MOST));
    StringBuilder csv = new StringBuilder("site_id,start,end,power_kw,available_at\n");
    for (ReadingTable.Row row : rows) {
      csv.append(row.siteId())
          .append(',')
          .append(row.reading().start())
          .append(',')
          .append(row.reading().end())
          .append(',')
          .append(row.reading().powerKw())
          .append(',')
          .append(row.availableAt())
          .append('\n');
    }
    long last = rows.isEmpty() ? from : rows.get(rows.size() - 1).id();
    return Response.ok(csv.toString().getBytes(UTF_8)).header("X-Last-Id", last).build();
  }
}
