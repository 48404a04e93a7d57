package org.skywatt.serving.flight;

import java.time.Duration;
import org.apache.arrow.flight.BackpressureStrategy;
import org.apache.arrow.flight.BackpressureStrategy.CallbackBackpressureStrategy;
import org.apache.arrow.flight.BackpressureStrategy.WaitResult;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Sends rows in batches, no faster than the client reads them: at most one batch is in memory here.
 * A client that reads nothing for too long is left.
 */
final class RowStream implements AutoCloseable {
  private static final int ROWS_A_BATCH = 16_384;

  /** Starts a stream once its columns are known. */
  @FunctionalInterface
  interface Opener {
    RowStream open(Schema schema);
  }

  private final VectorSchemaRoot root;
  private final ServerStreamListener listener;
  private final BackpressureStrategy pressure = new CallbackBackpressureStrategy();
  private final Duration patience;
  private int rows;

  RowStream(
      BufferAllocator allocator, Schema schema, ServerStreamListener listener, Duration patience) {
    this.root = VectorSchemaRoot.create(schema, allocator);
    this.listener = listener;
    this.patience = patience;
    try {
      pressure.register(listener);
      listener.start(root);
      clear();
    } catch (RuntimeException e) {
      root.close();
      throw e;
    }
  }

  /** To be called now and then where no row is sent: a client that has gone ends the work. */
  void requireClient() {
    if (listener.isCancelled()) {
      throw CallStatus.CANCELLED.withDescription("the client is gone").toRuntimeException();
    }
  }

  /** The column of that number; set it at {@link #row()}. */
  FieldVector column(int number) {
    return root.getVector(number);
  }

  /** Where the next row goes. */
  int row() {
    return rows;
  }

  /** Ends a row; sends the batch if it is full. */
  void endRow() {
    rows++;
    if (rows == ROWS_A_BATCH) {
      flush();
    }
  }

  /** Sends what is left. */
  void finish() {
    flush();
    listener.completed();
  }

  private void flush() {
    if (rows == 0) {
      return;
    }
    WaitResult result = pressure.waitForListener(patience.toMillis());
    if (result == WaitResult.TIMEOUT) {
      throw CallStatus.TIMED_OUT
          .withDescription("nothing was read for " + patience.toSeconds() + " s")
          .toRuntimeException();
    }
    if (result == WaitResult.CANCELLED) {
      throw CallStatus.CANCELLED.withDescription("the client is gone").toRuntimeException();
    }
    root.setRowCount(rows);
    listener.putNext();
    clear();
  }

  private void clear() {
    rows = 0;
    for (FieldVector each : root.getFieldVectors()) {
      each.setInitialCapacity(ROWS_A_BATCH);
      each.allocateNew();
    }
  }

  @Override
  public void close() {
    root.close();
  }
}
