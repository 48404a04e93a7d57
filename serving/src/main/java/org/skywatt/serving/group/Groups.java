package org.skywatt.serving.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.change.ChangeWatcher;

/** All portfolios and regions, held in memory and read anew after one changed. */
@ApplicationScoped
class Groups {
  private final GroupTable table;
  private volatile List<Group> groups = List.of();
  private volatile long version = -1;

  Groups(GroupTable table) {
    this.table = table;
  }

  void reload(@Observes ChangeWatcher.Reload event) {
    try {
      long newest = table.newest(event.connection());
      if (newest != version) {
        groups = table.all(event.connection());
        version = newest;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("portfolios cannot be read: " + e.getMessage(), e);
    }
  }

  /** Those of all organisations. */
  List<Group> all() {
    return groups;
  }

  /** Another number after each change. */
  long version() {
    return version;
  }

  /** Those that the caller sees, ascending by id. */
  List<Group> list(GroupKind kind, Caller caller) {
    return groups.stream()
        .filter(each -> each.kind() == kind && caller.sees(each.told().organisation()))
        .toList();
  }

  /** The one of that id, if the caller sees it. */
  Optional<Group> find(GroupKind kind, String id, Caller caller) {
    return groups.stream()
        .filter(each -> each.kind() == kind && each.told().id().equals(id))
        .filter(each -> caller.sees(each.told().organisation()))
        .findFirst();
  }
}
