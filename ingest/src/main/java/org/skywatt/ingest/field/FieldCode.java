package org.skywatt.ingest.field;

/** What a field is of, in the words of its format. What that means is said in {@code nwp}. */
public sealed interface FieldCode permits GribCode, CfCode {
  /** As {@code skywatt inspect} prints it. */
  String parameter();
}
