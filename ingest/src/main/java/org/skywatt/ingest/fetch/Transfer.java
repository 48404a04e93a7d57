package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import org.skywatt.ingest.fetch.FetchException.Kind;

/**
 * The state of fetching one object: how far it is, and which object it is. An attempt may end
 * anywhere; the next one goes on from there, provided the object is still the same.
 */
final class Transfer {
  private static final int BUFFER = 1 << 16;

  private final URI uri;
  private final FetchSettings settings;
  private final long mostBytes;
  private final Requests requests;
  private final ScheduledExecutorService timer;
  private final Pieces pieces;
  private final long lastEnd;
  private final long furthestNamed;
  private final byte[] buffer = new byte[BUFFER];

  private long position;
  private long fetchedBytes;
  private OptionalLong wholeBytes = OptionalLong.empty();
  private Optional<String> validator = Optional.empty();
  private Optional<String> etag = Optional.empty();
  private Optional<Instant> lastModified = Optional.empty();

  /**
   * @param wanted ascending ranges, without overlap
   */
  Transfer(
      URI uri,
      FetchSettings settings,
      long mostBytes,
      Requests requests,
      ScheduledExecutorService timer,
      List<ByteRange> wanted,
      Pieces pieces) {
    this.uri = uri;
    this.settings = settings;
    this.mostBytes = mostBytes;
    this.requests = requests;
    this.timer = timer;
    this.pieces = pieces;
    ByteRange last = wanted.get(wanted.size() - 1);
    this.lastEnd = last.end();
    this.furthestNamed = last.isOpen() ? last.offset() : last.end() - 1;
  }

  long position() {
    return position;
  }

  Fetched fetched() {
    return new Fetched(wholeBytes.orElse(-1), fetchedBytes, etag, lastModified);
  }

  /** Whether all bytes before {@code block}'s end have come. */
  boolean has(ByteRange block) {
    return position >= Math.min(block.end(), wholeBytes.orElse(Long.MAX_VALUE));
  }

  /** Starts {@code block}, unless what came already reaches into it. */
  void start(ByteRange block) {
    position = Math.max(position, block.offset());
  }

  /**
   * Goes on with {@code block} until its end.
   *
   * @param patience longest wait for the head of the answer
   * @param deadline of {@link System#nanoTime()}, for all of it
   * @throws BusyException where it is worth another try later
   * @throws FetchException where no other try would help
   * @throws IOException where the connection failed
   */
  void attempt(ByteRange block, Duration patience, long deadline) throws IOException {
    boolean whole = position == 0 && block.isOpen();
    String last = block.isOpen() ? "" : Long.toString(block.end() - 1);
    Optional<String> range =
        whole ? Optional.empty() : Optional.of("bytes=" + position + "-" + last);
    Answer answer = requests.send(uri, range, validator, patience);
    try (TimedBody body = new TimedBody(answer.response().body(), settings, timer, deadline)) {
      Statuses.require(uri, answer, range.isPresent());
      remember(answer);
      if (answer.status() == 206) {
        take(body, position, block.end());
      } else {
        // The server does not know ranges, so what follows comes with this body as well.
        take(body, 0, lastEnd);
      }
    }
  }

  private void remember(Answer answer) throws IOException {
    if (answer.isEncoded()) {
      throw new FetchException(Kind.WRONG, uri, "comes encoded, though that was not asked for");
    }
    requireSame(answer);
    OptionalLong length = answer.length();
    if (answer.status() == 206) {
      Answer.Part part =
          answer.part().orElseThrow(() -> new IOException("a part came without its place"));
      if (part.offset() != position) {
        throw new IOException("byte " + part.offset() + " came where " + position + " was asked");
      }
      length = part.wholeBytes();
    }
    if (length.isPresent()) {
      if (wholeBytes.isPresent() && !wholeBytes.equals(length)) {
        throw new FetchException(Kind.CHANGED, uri, "changed its length while it was read");
      }
      wholeBytes = length;
      requireInside(length.getAsLong());
    }
    if (validator.isEmpty()) {
      validator = answer.validator();
      etag = answer.header("ETag");
      lastModified = answer.lastModified();
    }
  }

  /** A part whose state is not told is of the state that was asked for: RFC 9110 section 13.1.5. */
  private void requireSame(Answer answer) throws FetchException {
    Optional<String> state = answer.validator();
    boolean same =
        validator.isEmpty()
            || validator.equals(state)
            || (state.isEmpty() && answer.status() == 206);
    if (!same) {
      throw new FetchException(Kind.CHANGED, uri, "was published anew while it was read");
    }
  }

  private void requireInside(long length) throws FetchException {
    if (furthestNamed >= length && furthestNamed > 0) {
      throw new FetchException(
          Kind.WRONG,
          uri,
          "has " + length + " bytes, but its index tells of byte " + furthestNamed);
    }
    if (lastEnd == Long.MAX_VALUE && length - furthestNamed > mostBytes) {
      throw new FetchException(
          Kind.WRONG, uri, "has " + length + " bytes; at most " + mostBytes + " are taken");
    }
  }

  /** Takes bytes of a body that begins at {@code offset} until {@code end} or its own end. */
  private void take(TimedBody body, long offset, long end) throws IOException {
    long at = offset;
    long stop = Math.min(end, wholeBytes.orElse(Long.MAX_VALUE));
    while (at < stop) {
      int read = body.read(buffer, (int) Math.min(buffer.length, stop - at));
      if (read < 0) {
        if (stop != Long.MAX_VALUE) {
          throw new IOException("cut after " + at + " of " + stop + " bytes");
        }
        wholeBytes = OptionalLong.of(at);
        return;
      }
      fetchedBytes += read;
      if (at + read - offset > mostBytes) {
        throw new FetchException(Kind.WRONG, uri, "goes on after " + mostBytes + " bytes");
      }
      keep(at, read);
      at += read;
    }
  }

  /** Passes on what did not come in an earlier attempt. */
  private void keep(long at, int count) throws IOException {
    int known = (int) Math.min(count, Math.max(0, position - at));
    if (known < count) {
      if (known > 0) {
        System.arraycopy(buffer, known, buffer, 0, count - known);
      }
      write(at + known, count - known);
      position = at + count;
    }
  }

  /** Failing to write is no failure of the server: trying again would not help. */
  private void write(long at, int count) throws FetchException {
    try {
      pieces.take(at, buffer, count);
    } catch (IOException e) {
      throw new FetchException(Kind.FAILED, uri, "cannot be written: " + e.getMessage(), e);
    }
  }
}
