package org.skywatt.ingest.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.skywatt.ingest.assembly.RunKey;

/**
 * What came of a share of a file. Small, whatever the file: the fields themselves are kept in
 * files.
 *
 * @param runs whose fields it holds
 * @param fields how many fields were kept
 * @param availableAt when the last of them could first be known; null where none was kept
 * @param refused why fields could not be read, by their index; not more than some
 * @param failure why nothing of the file can be used; null where something can
 */
record TakenShare(
    Share share,
    Set<RunKey> runs,
    long fields,
    Instant availableAt,
    Map<Integer, String> refused,
    String failure)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
