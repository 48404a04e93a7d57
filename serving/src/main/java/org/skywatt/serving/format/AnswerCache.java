package org.skywatt.serving.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers as they were last written: many ask the same of the same run. A key holds all that an
 * answer depends on, so nothing in here grows wrong, and the least lately used goes when there is
 * no room.
 */
@ApplicationScoped
public class AnswerCache {
  private static final long ROOM_BYTES = 64L << 20;

  private final Map<Object, byte[]> answers = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * The answer of this key.
   *
   * @param key a value with {@code equals}; tells apart run, limits, all of the question, and the
   *     caller where the answer depends on it
   * @param writer makes it where it is not held
   */
  public byte[] get(Object key, Supplier<byte[]> writer) {
    synchronized (answers) {
      byte[] known = answers.get(key);
      if (known != null) {
        return known;
      }
    }
    byte[] made = writer.get();
    if (made.length > ROOM_BYTES / 4) {
      return made;
    }
    synchronized (answers) {
      byte[] replaced = answers.put(key, made);
      bytes += made.length - (replaced == null ? 0 : replaced.length);
      Iterator<byte[]> oldest = answers.values().iterator();
      while (bytes > ROOM_BYTES) {
        bytes -= oldest.next().length;
        oldest.remove();
      }
    }
    return made;
  }
}
