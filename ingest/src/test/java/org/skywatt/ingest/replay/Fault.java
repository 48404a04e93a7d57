package org.skywatt.ingest.replay;

import java.io.IOException;

/** A way to answer badly. */
@FunctionalInterface
public interface Fault {
  void answer(Exchange exchange) throws IOException, InterruptedException;

  /** As a good server does. */
  static Fault none() {
    return Exchange::answer;
  }

  /** A bare status, with headers if given. */
  static Fault status(int status, String... headers) {
    return exchange -> exchange.status(status, headers);
  }

  /** Closes the connection after {@code bytes} of the body. */
  static Fault cutAfter(int bytes) {
    return exchange -> {
      if (exchange.headOfAnswer()) {
        int[] asked = exchange.asked();
        exchange.body(
            exchange.stored().bytes(), asked[0], Math.min(bytes, asked[1] - asked[0] + 1));
      }
    };
  }

  /** Sends a byte now and then. */
  static Fault trickle(long pauseMillis) {
    return exchange -> {
      if (exchange.headOfAnswer()) {
        int[] asked = exchange.asked();
        for (int at = asked[0]; at <= asked[1]; at++) {
          exchange.body(exchange.stored().bytes(), at, 1);
          Thread.sleep(pauseMillis);
        }
      }
    };
  }

  /** Accepts the request and says nothing for a while. */
  static Fault silence(long millis) {
    return exchange -> Thread.sleep(millis);
  }

  /** The whole object, whatever range was asked for. */
  static Fault ignoreRange() {
    return exchange -> {
      Stored stored = exchange.stored();
      exchange.head(200, "Content-Length: " + stored.bytes().length, "ETag: " + stored.etag());
      exchange.body(stored.bytes(), 0, stored.bytes().length);
    };
  }

  /** Says that it is {@code bytes} long and ends there, though the object is longer. */
  static Fault shortened(int bytes) {
    return exchange -> {
      exchange.head(200, "Content-Length: " + bytes, "ETag: " + exchange.stored().etag());
      exchange.body(exchange.stored().bytes(), 0, bytes);
    };
  }

  /** Says that it is longer than it is. */
  static Fault lengthened(int extra) {
    return exchange -> {
      Stored stored = exchange.stored();
      int length = stored.bytes().length;
      exchange.head(200, "Content-Length: " + (length + extra), "ETag: " + stored.etag());
      exchange.body(stored.bytes(), 0, length);
    };
  }

  /** Other bytes than those asked for, though it says where they are from. */
  static Fault elsewhere(int shift) {
    return exchange -> {
      int[] asked = exchange.asked();
      int count = asked[1] - asked[0] + 1;
      int from = Math.max(0, asked[0] - shift);
      exchange.head(
          206,
          "Content-Length: " + count,
          "Content-Range: bytes "
              + from
              + "-"
              + (from + count - 1)
              + "/"
              + exchange.stored().bytes().length);
      exchange.body(exchange.stored().bytes(), from, count);
    };
  }

  /** Another body, whole. */
  static Fault body(byte[] bytes) {
    return exchange -> {
      exchange.head(200, "Content-Length: " + bytes.length);
      exchange.body(bytes, 0, bytes.length);
    };
  }

  /** A body without a length that never ends. */
  static Fault endless() {
    return exchange -> {
      exchange.head(200);
      byte[] more = new byte[1 << 14];
      while (true) {
        exchange.body(more, 0, more.length);
      }
    };
  }

  static Fault redirect(String location) {
    return status(302, "Location: " + location);
  }

  /** A good answer, after which something happens. */
  static Fault then(Runnable action) {
    return exchange -> {
      exchange.answer();
      action.run();
    };
  }
}
