package org.skywatt.core.cloud;

/** Why an image is not to be trusted. A flagged image is kept, but nothing is learned from it. */
public enum FrameFlag {
  /** Other rows or columns than expected; nothing else is looked at then. */
  WRONG_SIZE,
  /** More than {@link FrameCheck#MOST_MISSING} of the pixels are missing. */
  MISSING,
  /** More than {@link FrameCheck#MOST_ZEROS} of the pixels are exactly 0. */
  ZEROS,
  /** A row is missing, or holds one value that the rows beside it don't. */
  DEAD_LINES,
  /** A row is brighter or darker than both rows beside it, nearly all along. */
  STRIPES,
  /** Pixel for pixel the image before, or of the same time. */
  REPEATED,
  /** Of a time that has not come yet. */
  FROM_THE_FUTURE,
  /** Of an earlier time than the image before. */
  OUT_OF_ORDER
}
