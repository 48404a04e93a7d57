package org.skywatt.ingest.source.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.dwd.Icon;
import org.skywatt.ingest.source.ecmwf.Ecmwf;
import org.skywatt.ingest.source.metoffice.MetOffice;
import org.skywatt.ingest.source.noaa.Noaa;

/** The sources that are known by name. */
public final class Sources {
  private static final List<Source> ALL =
      Stream.<Source[]>of(Noaa.values(), Ecmwf.values(), Icon.values(), MetOffice.values())
          .flatMap(Stream::of)
          .toList();

  private Sources() {}

  public static List<Source> all() {
    return ALL;
  }

  /** The source of that name, if there is one. */
  public static Optional<Source> find(String id) {
    return ALL.stream().filter(source -> source.id().equals(id)).findFirst();
  }
}
