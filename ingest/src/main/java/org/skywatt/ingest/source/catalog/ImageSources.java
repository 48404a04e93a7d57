package org.skywatt.ingest.source.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.eumetsat.Eumetsat;
import org.skywatt.ingest.source.noaa.GoesAbi;

/** The sources of satellite images that are known by name. */
public final class ImageSources {
  private static final List<Source> ALL =
      Stream.concat(Stream.<Source>of(GoesAbi.values()), Stream.of(Eumetsat.FCI)).toList();

  private ImageSources() {}

  public static List<Source> all() {
    return ALL;
  }

  /** The source of that name, if there is one. */
  public static Optional<Source> find(String id) {
    return ALL.stream().filter(source -> source.id().equals(id)).findFirst();
  }
}
