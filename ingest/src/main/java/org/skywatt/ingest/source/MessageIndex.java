package org.skywatt.ingest.source;

import java.util.List;

/**
 * A small text beside a large file that tells where its messages lie.
 *
 * @param path in the provider's folder
 */
public record MessageIndex(String path, Parser parser) {
  /** Reads such a text. */
  public interface Parser {
    /**
     * The wanted messages, ascending.
     *
     * @throws BadIndexException if the text is no such index, or one of another run
     */
    List<WantedMessage> read(String text) throws BadIndexException;
  }
}
