package org.skywatt.client.kubernetes;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;

/** Puts lines into a queue as they come, but for empty ones. Their end is that of the answer. */
final class LineQueue implements Flow.Subscriber<String> {
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
    // The answer completes with it.
  }

  @Override
  public void onComplete() {
    // The answer completes.
  }
}
