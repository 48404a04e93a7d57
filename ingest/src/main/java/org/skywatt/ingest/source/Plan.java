package org.skywatt.ingest.source;

import java.util.List;

/**
 * What a run consists of.
 *
 * @param files those to fetch; of providers without a listing, some may not be there yet
 * @param missing names of those that the listing does not show yet
 * @param wholeBytes of all that was listed of the run; −1 where nothing was listed
 */
public record Plan(List<RemoteFile> files, List<String> missing, long wholeBytes) {
  /** Files of a provider whose folder is not listed. */
  public static Plan unlisted(List<RemoteFile> files) {
    return new Plan(files, List.of(), -1);
  }
}
