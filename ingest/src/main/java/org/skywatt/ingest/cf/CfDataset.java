package org.skywatt.ingest.cf;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

/** An open file or store of named arrays with attributes. */
public interface CfDataset extends Closeable {
  /** For messages to people. */
  Path path();

  /** In the order of the file; names of groups stand before the name, parted by {@code /}. */
  List<CfVariable> variables();

  /** Attributes of the whole file. */
  Attributes attributes();
}
