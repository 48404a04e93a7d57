package org.skywatt.ingest.job;

import java.io.Serializable;

/**
 * A share of a file's fields, so that one big file keeps all cores busy: of the fields that are
 * wanted, every {@code parts}-th from {@code part} on. Each share reads all headers, which is
 * little work beside unpacking.
 *
 * @param file index of the file in its batch
 */
record Share(int file, int part, int parts) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long BYTES = 4 << 20;
  private static final int MOST_PARTS = 16;

  /** How many shares a file of that size is read in. */
  static int parts(long bytes) {
    return (int) Math.max(1, Math.min(MOST_PARTS, bytes / BYTES));
  }
}
