package org.skywatt.ingest.cf;

/** Numbers as a file stores them, in its own width, so that a packed field stays small. */
public interface RawValues {
  int size();

  /** Signed, where the file says so by type. */
  double get(int index);
}
