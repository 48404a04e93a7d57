package org.skywatt.models.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skywatt.core.hash.Sha256;

/**
 * Models whose runs are published, {@code models/ID.nano} beside the runs, for sites that no run
 * has: what {@link org.skywatt.models.nano.NanoExport} writes, and the SHA-256 of that in 64
 * hexadecimal digits. A model appears when it is whole.
 */
public final class PublishedModels {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,100}");
  private static final String ENDING = ".nano";
  private static final int DIGITS = 64;

  private final Path folder;

  /**
   * @param published the folder of all that is published
   */
  public PublishedModels(Path published) {
    this.folder = published.resolve("models");
  }

  /** Publishes a model, in place of one of the same id. */
  public void put(String id, byte[] model) throws IOException {
    if (!ID.matcher(id).matches()) {
      throw new IOException("model id '" + id + "' is no name of a file");
    }
    byte[] whole = Arrays.copyOf(model, model.length + DIGITS);
    byte[] digits = checksum(model).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, whole, model.length, DIGITS);
    PublishedFile.put(folder.resolve(id + ENDING), whole);
  }

  /** Equal for as long as the model of that id is the same file, or there is none. */
  public Object state(String id) {
    return ID.matcher(id).matches()
        ? RunFolder.state(folder.resolve(id + ENDING))
        : RunFolder.State.ABSENT;
  }

  /**
   * The model of that id, if it is published.
   *
   * @throws IOException if its file is damaged
   */
  public Optional<byte[]> find(String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Path file = folder.resolve(id + ENDING);
    byte[] whole;
    try {
      whole = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    int length = Math.max(0, whole.length - DIGITS);
    byte[] model = Arrays.copyOf(whole, length);
    String told = new String(whole, length, whole.length - length, StandardCharsets.US_ASCII);
    if (!told.equals(checksum(model))) {
      throw new IOException(file + " is damaged: its content does not have its checksum");
    }
    return Optional.of(model);
  }

  private static String checksum(byte[] model) {
    Sha256 digest = new Sha256();
    digest.update(ByteBuffer.wrap(model));
    return digest.finish();
  }
}
