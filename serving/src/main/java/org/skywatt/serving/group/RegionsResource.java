package org.skywatt.serving.group;

import jakarta.ws.rs.Path;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;

/** The regions of the organisation. */
@Path("/v1/regions")
public class RegionsResource extends GroupRoutes {
  RegionsResource(
      Groups groups,
      GroupTable table,
      Database database,
      ChangeWatcher watcher,
      CurrentCaller caller) {
    super(GroupKind.REGION, groups, table, database, watcher, caller);
  }
}
