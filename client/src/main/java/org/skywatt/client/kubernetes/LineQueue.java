package org.skywatt.client.kubernetes;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;

/** Puts lines into a queue as they come, and {@link #END} when no more will. */
final class LineQueue implements Flow.Subscriber<String> {
  static final String END = "";

  private final BlockingQueue<String> lines;

  LineQueue(BlockingQueue<String> lines) {
    this.lines = lines;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  @Override
  public void onError(Throwable error) {
    lines.add(END);
  }

  @Override
  public void onComplete() {
    lines.add(END);
  }
}
