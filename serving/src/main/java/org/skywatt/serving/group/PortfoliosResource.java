package org.skywatt.serving.group;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;

/** The portfolios of the organisation. */
@Path("/v1/portfolios")
public class PortfoliosResource extends GroupRoutes {
  PortfoliosResource(
      Groups groups,
      GroupTable table,
      Database database,
      ChangeWatcher watcher,
      CurrentCaller caller,
      ObjectMapper mapper) {
    super(GroupKind.PORTFOLIO, groups, table, database, watcher, caller, mapper);
  }
}
