package org.skywatt.ingest.source.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.ingest.source.Remote;

/**
 * The page that nginx or Apache shows of a folder: links, each followed by a date and a length.
 * Links that are no plain names are passed over, so nothing outside the folder is named. The dates
 * are in the server's own time zone, so they are not used.
 */
public final class HtmlListing {
  private static final long MOST_BYTES = 32 << 20;
  private static final int MOST_ENTRIES = 200_000;

  /** A name, then a date and a length in bytes, if they are there. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "<a href=\"([A-Za-z0-9][A-Za-z0-9._-]{0,200})\">[^<\n]{0,300}</a>"
              + "(?:[ \\t]+[0-9A-Za-z:-]{8,20}(?: [0-9:]{5,8})?[ \\t]+(\\d{1,15})\\b)?");

  private HtmlListing() {}

  /**
   * The files of a folder.
   *
   * @param folder its path, with a slash at the end
   */
  public static List<Listed> list(Remote remote, String folder) throws IOException {
    byte[] page = remote.http().read(remote.resolve(folder), MOST_BYTES).bytes();
    List<Listed> entries = new ArrayList<>();
    Matcher matcher = ENTRY.matcher(new String(page, UTF_8));
    while (matcher.find() && entries.size() < MOST_ENTRIES) {
      String bytes = matcher.group(2);
      entries.add(
          new Listed(
              folder + matcher.group(1),
              bytes == null ? -1 : Long.parseLong(bytes),
              Optional.empty()));
    }
    return entries;
  }
}
