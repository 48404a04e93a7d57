package org.skywatt.ingest.source.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.skywatt.ingest.source.BadIndexException;
import org.skywatt.ingest.source.WantedMessage;

/** Compares fetched messages with what the index said they are. */
final class MessageCheck {
  private MessageCheck() {}

  /**
   * Requires that {@code file} is these messages, one after the other. Messages of the index that
   * share a range are fields of one message, of which the first is compared.
   *
   * @throws BadIndexException for the first that is another one
   */
  static void require(Path file, List<WantedMessage> wanted) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long offset = 0;
      for (int i = 0; i < wanted.size(); i++) {
        WantedMessage message = wanted.get(i);
        if (i > 0 && message.range().equals(wanted.get(i - 1).range())) {
          continue;
        }
        long told = message.range().length();
        long length = told < 0 ? channel.size() - offset : told;
        require(message, head(channel, offset, length, message));
        offset += length;
      }
    }
  }

  private static MessageHead head(
      FileChannel channel, long offset, long length, WantedMessage message)
      throws BadIndexException {
    try {
      return MessageHead.read(channel, offset, length);
    } catch (IOException e) {
      throw new BadIndexException(
          "byte " + message.range().offset() + " (" + message.name() + ") " + e.getMessage());
    }
  }

  private static void require(WantedMessage message, MessageHead head) throws BadIndexException {
    boolean same =
        head.run().equals(message.run())
            && head.validTime().equals(message.validTime())
            && (message.parameter().isEmpty() || head.parameter().equals(message.parameter()));
    if (!same) {
      throw new BadIndexException(
          "byte "
              + message.range().offset()
              + " is "
              + head.parameter()
              + " of run "
              + head.run()
              + " for "
              + head.validTime()
              + ", where its index tells of "
              + message.name());
    }
  }
}
