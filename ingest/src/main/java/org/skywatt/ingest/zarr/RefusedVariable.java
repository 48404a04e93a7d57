package org.skywatt.ingest.zarr;

import java.io.IOException;
import java.util.List;
import org.skywatt.ingest.cf.Attributes;
import org.skywatt.ingest.cf.CfVariable;
import org.skywatt.ingest.cf.RawValues;

/** An array that is not read, and why: the others of its store are. */
record RefusedVariable(String name, String why) implements CfVariable {
  @Override
  public List<String> dimensions() {
    return List.of();
  }

  @Override
  public int[] shape() {
    return new int[0];
  }

  @Override
  public Attributes attributes() {
    return Attributes.NONE;
  }

  @Override
  public Kind kind() {
    return Kind.OTHER;
  }

  @Override
  public String storage() {
    return why;
  }

  @Override
  public int unsignedBits() {
    return 0;
  }

  @Override
  public RawValues read(int[] origin, int[] count) throws IOException {
    throw new IOException(why);
  }

  @Override
  public List<String> readText() throws IOException {
    throw new IOException(why);
  }
}
