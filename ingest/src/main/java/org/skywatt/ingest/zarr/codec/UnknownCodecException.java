package org.skywatt.ingest.zarr.codec;

import java.io.IOException;

/** A codec, data type or setting that is not read, by its name. */
public final class UnknownCodecException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnknownCodecException(String why) {
    super(why);
  }
}
