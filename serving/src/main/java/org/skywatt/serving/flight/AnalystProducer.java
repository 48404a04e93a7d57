package org.skywatt.serving.flight;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
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
final class AnalystProducer extends NoOpFlightProducer {
  private static final long STREAM_BYTES = 512L << 20;

  private final Map<String, FlightTable> tables;
  private final ExportTables exports;
  private final BufferAllocator allocator;
  private final Duration patience;
  private final Semaphore streams;

  AnalystProducer(
      Map<String, FlightTable> tables,
      ExportTables exports,
      BufferAllocator allocator,
      FlightConfig config) {
    this.tables = Map.copyOf(tables);
    this.exports = exports;
    this.allocator = allocator;
    this.patience = config.patience();
    this.streams = new Semaphore(config.streams());
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
    if (!streams.tryAcquire()) {
      listener.error(
          CallStatus.RESOURCE_EXHAUSTED
              .withDescription("busy: too many streams are being answered; try again")
              .toRuntimeException());
      return;
    }
    try (BufferAllocator own = allocator.newChildAllocator("stream", 0, STREAM_BYTES)) {
      FlightProblems.told(
          () -> {
            FlightQuery asked = FlightQuery.parse(ticket.getBytes());
            FlightTable table = table(asked);
            table.stream(
                table.resolve(asked),
                caller(context),
                schema -> new RowStream(own, schema, listener, patience));
            return null;
          });
    } catch (RuntimeException e) {
      listener.error(e);
    } finally {
      streams.release();
    }
  }

  private static Caller caller(CallContext context) {
    return context.getMiddleware(SignIn.KEY).caller();
  }
}
