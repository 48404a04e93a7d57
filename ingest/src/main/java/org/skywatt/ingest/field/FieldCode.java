package org.skywatt.ingest.field;

import java.io.Serializable;

/** What a field is of, in the words of its format. What that means is said in {@code nwp}. */
public sealed interface FieldCode extends Serializable permits GribCode, CfCode {
  /** As {@code skywatt inspect} prints it. */
  String parameter();
}
