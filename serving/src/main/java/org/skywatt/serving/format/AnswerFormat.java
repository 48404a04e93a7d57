package org.skywatt.serving.format;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** The formats that a caller may choose from by {@code Accept}. */
public enum AnswerFormat {
  JSON(MediaType.APPLICATION_JSON),
  CSV("text/csv"),
  ARROW("application/vnd.apache.arrow.stream");

  /** {@code CSV} as annotations name it. */
  public static final String CSV_TYPE = "text/csv";

  /** {@code ARROW} as annotations name it. */
  public static final String ARROW_TYPE = "application/vnd.apache.arrow.stream";

  private final MediaType type;

  AnswerFormat(String type) {
    this.type = MediaType.valueOf(type);
  }

  public MediaType type() {
    return type;
  }

  /** The name in entity tags. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the caller likes best of these; JSON if anything will do. */
  public static AnswerFormat of(HttpHeaders headers) {
    for (MediaType wanted : headers.getAcceptableMediaTypes()) {
      for (AnswerFormat format : values()) {
        if (wanted.isCompatible(format.type)) {
          return format;
        }
      }
    }
    throw new NotAcceptableException();
  }
}
