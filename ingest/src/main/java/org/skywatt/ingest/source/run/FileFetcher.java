package org.skywatt.ingest.source.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.fetch.Addresses;
import org.skywatt.ingest.fetch.ByteRange;
import org.skywatt.ingest.fetch.FetchException;
import org.skywatt.ingest.fetch.FetchException.Kind;
import org.skywatt.ingest.fetch.Fetched;
import org.skywatt.ingest.fetch.PartialFile;
import org.skywatt.ingest.source.BadIndexException;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.WantedMessage;

/**
 * Fetches one object of a run: its index, then the wanted messages, which are compared with the
 * index before the file takes its place. What does not fit together is fetched anew, index first,
 * since it may have been published anew in between; after a few times it is refused.
 */
final class FileFetcher {
  private static final int TRIES = 3;
  private static final long LONGEST_INDEX = 64 << 20;

  private final Remote remote;
  private final Path folder;
  private final Clock clock;

  /** A file that came, and the bytes it took, those of given-up tries among them. */
  record Result(Manifest.Entry entry, long networkBytes) {}

  FileFetcher(Remote remote, Path folder, Clock clock) {
    this.remote = remote;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * @throws FetchException where it is not there or cannot be fetched
   * @throws BadIndexException where it and its index do not fit together
   */
  Result fetch(RemoteFile file) throws IOException {
    long[] networkBytes = {0};
    IOException last = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        return new Result(once(file, networkBytes), networkBytes[0]);
      } catch (BadIndexException e) {
        last =
            new BadIndexException(
                Addresses.show(remote.resolve(file.path())) + ": " + e.getMessage());
      } catch (FetchException e) {
        if (e.kind() != Kind.CHANGED && e.kind() != Kind.WRONG) {
          throw e;
        }
        last = e;
      }
    }
    throw last;
  }

  private Manifest.Entry once(RemoteFile file, long[] networkBytes) throws IOException {
    List<WantedMessage> messages = new ArrayList<>();
    if (file.index().isPresent()) {
      byte[] text =
          remote.http().read(remote.resolve(file.index().get().path()), LONGEST_INDEX).bytes();
      messages.addAll(file.index().get().parser().read(new String(text, UTF_8)));
      if (messages.isEmpty()) {
        throw new BadIndexException("its index names none of the variables that are used");
      }
    }
    List<ByteRange> ranges = messages.isEmpty() ? List.of(ByteRange.WHOLE) : ranges(messages);
    Path target = folder.resolve(file.name());
    try (PartialFile partial = PartialFile.create(target)) {
      Fetched fetched = remote.http().fetch(remote.resolve(file.path()), ranges, partial.out());
      networkBytes[0] += fetched.fetchedBytes();
      requireLength(file, fetched);
      if (!messages.isEmpty()) {
        MessageCheck.require(partial.partial(), messages);
      }
      long bytes = Files.size(partial.partial());
      partial.commit();
      return entry(file, bytes, fetched, messages.size());
    }
  }

  private static List<ByteRange> ranges(List<WantedMessage> messages) throws BadIndexException {
    List<ByteRange> ranges = messages.stream().map(WantedMessage::range).distinct().toList();
    for (int i = 1; i < ranges.size(); i++) {
      ByteRange before = ranges.get(i - 1);
      if (before.offset() + before.length() > ranges.get(i).offset()) {
        throw new BadIndexException(
            "its index tells of messages that overlap at byte " + ranges.get(i).offset());
      }
    }
    return ranges;
  }

  private void requireLength(RemoteFile file, Fetched fetched) throws FetchException {
    if (file.bytes() >= 0 && fetched.wholeBytes() >= 0 && file.bytes() != fetched.wholeBytes()) {
      throw new FetchException(
          Kind.WRONG,
          remote.resolve(file.path()),
          "has " + fetched.wholeBytes() + " bytes, where the listing tells of " + file.bytes());
    }
  }

  /** It cannot have been read before the run was, nor after now, whatever a server's clock says. */
  private Manifest.Entry entry(RemoteFile file, long bytes, Fetched fetched, int messages) {
    Instant now = clock.instant();
    Instant told = fetched.lastModified().orElse(now);
    return new Manifest.Entry(
        file.name(),
        Addresses.show(remote.resolve(file.path())),
        bytes,
        fetched.wholeBytes(),
        fetched.etag().orElse(""),
        (told.isAfter(now) ? now : told).toString(),
        messages);
  }
}
