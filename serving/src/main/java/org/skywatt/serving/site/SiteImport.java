package org.skywatt.serving.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.site.Site;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;

/** Registers many sites at once: the good ones are kept, and each other is told with its reason. */
@ApplicationScoped
class SiteImport {
  /** What became of the rows. */
  @Schema(name = "SiteImport")
  public record Outcome(int created, List<Refusal> refused) {}

  /** A row that was not taken. */
  @Schema(name = "RefusedRow")
  public record Refusal(
      @Schema(description = "From 1; the first after the line of names in CSV") int row,
      String problem) {}

  private final SiteEdits edits;
  private final Database database;
  private final ObjectMapper mapper;

  SiteImport(SiteEdits edits, Database database, ObjectMapper mapper) {
    this.edits = edits;
    this.database = database;
    this.mapper = mapper;
  }

  Outcome run(List<ObjectNode> rows, Caller caller) {
    List<Refusal> refused = new ArrayList<>();
    int created =
        database.transaction(
            connection -> {
              refused.clear();
              int count = 0;
              for (int i = 0; i < rows.size(); i++) {
                try {
                  Site site =
                      edits.validated(mapper.treeToValue(rows.get(i), SiteJson.class), caller);
                  edits.create(connection, site, caller);
                  count++;
                } catch (JsonProcessingException e) {
                  refused.add(
                      new Refusal(i + 1, e.getOriginalMessage().lines().findFirst().orElse("")));
                } catch (ProblemException e) {
                  refused.add(new Refusal(i + 1, e.getMessage()));
                }
              }
              return count;
            });
    return new Outcome(created, refused);
  }
}
