package org.skywatt.serving.flight;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.Criteria;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.NoOpFlightProducer;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.problem.ProblemException;

/**
 * Answers Flight calls: lists the tables, describes a query, streams its rows. Whatever a client
 * wants to write is refused.
 */
final class AnalystProducer extends NoOpFlightProducer implements AutoCloseable {
  private static final long STREAM_BYTES = 512L << 20;
  private static final long IDLE_SECONDS = 30;

  private final Map<String, FlightTable> tables;
  private final ExportTables exports;
  private final BufferAllocator allocator;
  private final Duration patience;
  private final ThreadPoolExecutor streams;
  private final int mostOfOne;
  private final Map<Long, Integer> byOrganisation = new HashMap<>();

  AnalystProducer(
      Map<String, FlightTable> tables,
      ExportTables exports,
      BufferAllocator allocator,
      FlightConfig config) {
    this.tables = Map.copyOf(tables);
    this.exports = exports;
    this.allocator = allocator;
    this.patience = config.patience();
    // Not gRPC's own threads: a call whose thread waits is never told that its client reads again.
    this.streams =
        new ThreadPoolExecutor(
            0, config.streams(), IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>());
    this.mostOfOne = Math.max(1, config.streams() / 2);
  }

  @Override
  public void listFlights(
      CallContext context, Criteria criteria, StreamListener<FlightInfo> listener) {
    Caller caller = caller(context);
    for (String name : List.of(ForecastTable.NAME, ActualTable.NAME)) {
      tell(FlightQuery.of(name), FlightDescriptor.path(name), caller, listener);
    }
    for (String name : exports.names(caller)) {
      tell(FlightQuery.of(name), FlightDescriptor.path(name), caller, listener);
    }
    listener.onCompleted();
  }

  /** A table that nothing can be answered of now is left out. */
  private void tell(
      FlightQuery query,
      FlightDescriptor descriptor,
      Caller caller,
      StreamListener<FlightInfo> listener) {
    try {
      listener.onNext(info(query, descriptor, caller));
    } catch (ProblemException e) {
      // No run, or a file that is damaged, hides its own table only.
      return;
    }
  }

  @Override
  public FlightInfo getFlightInfo(CallContext context, FlightDescriptor descriptor) {
    return FlightProblems.told(() -> info(query(descriptor), descriptor, caller(context)));
  }

  private FlightInfo info(FlightQuery asked, FlightDescriptor descriptor, Caller caller) {
    FlightTable table = table(asked);
    FlightQuery query = table.resolve(asked);
    FlightEndpoint endpoint =
        new FlightEndpoint(new Ticket(query.json()), Location.reuseConnection());
    return new FlightInfo(table.schema(query, caller), descriptor, List.of(endpoint), -1, -1);
  }

  private static FlightQuery query(FlightDescriptor descriptor) {
    if (descriptor.isCommand()) {
      return FlightQuery.parse(descriptor.getCommand());
    }
    if (descriptor.getPath().size() != 1) {
      throw ProblemException.badRequest(
          "invalid-query", "a path names one table, such as forecasts");
    }
    return FlightQuery.of(descriptor.getPath().get(0));
  }

  private FlightTable table(FlightQuery query) {
    FlightTable table = tables.get(query.table());
    return table == null ? exports : table;
  }

  @Override
  public void getStream(CallContext context, Ticket ticket, ServerStreamListener listener) {
    Caller caller = caller(context);
    if (!take(caller.organisationId())) {
      listener.error(busy());
      return;
    }
    try {
      streams.execute(
          () -> {
            try {
              stream(caller, ticket, listener);
            } finally {
              give(caller.organisationId());
            }
          });
    } catch (RejectedExecutionException e) {
      give(caller.organisationId());
      listener.error(busy());
    }
  }

  private void stream(Caller caller, Ticket ticket, ServerStreamListener listener) {
    try (BufferAllocator own = allocator.newChildAllocator("stream", 0, STREAM_BYTES)) {
      FlightProblems.told(
          () -> {
            FlightQuery asked = FlightQuery.parse(ticket.getBytes());
            FlightTable table = table(asked);
            table.stream(
                table.resolve(asked),
                caller,
                schema -> new RowStream(own, schema, listener, patience));
            return null;
          });
    } catch (RuntimeException e) {
      listener.error(e);
    }
  }

  private static RuntimeException busy() {
    return CallStatus.RESOURCE_EXHAUSTED
        .withDescription("busy: too many streams are being answered; try again")
        .toRuntimeException();
  }

  /** No organisation takes more than half of the streams. */
  private synchronized boolean take(long organisation) {
    int taken = byOrganisation.getOrDefault(organisation, 0);
    if (taken >= mostOfOne) {
      return false;
    }
    byOrganisation.put(organisation, taken + 1);
    return true;
  }

  private synchronized void give(long organisation) {
    byOrganisation.computeIfPresent(
        organisation, (any, taken) -> taken == 1 ? null : Integer.valueOf(taken - 1));
  }

  /** Ends the streams that are left. */
  @Override
  public void close() {
    streams.shutdownNow();
    try {
      boolean unused = streams.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Caller caller(CallContext context) {
    return context.getMiddleware(SignIn.KEY).caller();
  }
}
