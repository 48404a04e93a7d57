package org.skywatt.ingest.satellite;

import java.io.IOException;
import org.skywatt.ingest.cf.CfDataset;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.file.UnreadableFileException;

/** What a file's radiances measure, beside its own variables: for people who look into the file. */
public final class CalibratedFields {
  private CalibratedFields() {}

  /**
   * Hands reflectance or brightness temperature of a file of ABI level 1b to a handler; nothing of
   * other files.
   *
   * @param index of the next field
   */
  public static void read(CfDataset dataset, int index, FieldHandler handler) throws IOException {
    CfImages file = new CfImages(dataset);
    if (!AbiImages.isRadiance(file)) {
      return;
    }
    try {
      AbiImages.hand(file, index, handler);
    } catch (UnreadableFileException e) {
      handler.refused(index, e);
    }
  }
}
