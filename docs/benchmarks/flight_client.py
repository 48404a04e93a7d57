"""Reads a table by Arrow Flight and says how many rows came, and how fast.

Usage: flight_client.py grpc://127.0.0.1:PORT KEY '{"table":"forecasts"}'
"""

import sys
import time

import pyarrow.flight as flight


def main(url, key, query):
    options = flight.FlightCallOptions(headers=[(b"authorization", b"Bearer " + key.encode())])
    client = flight.connect(url)
    try:
        start = time.perf_counter()
        info = client.get_flight_info(flight.FlightDescriptor.for_command(query.encode()), options)
        table = client.do_get(info.endpoints[0].ticket, options).read_all()
        seconds = time.perf_counter() - start
    except flight.FlightError as error:
        sys.exit(f"{type(error).__name__}: {str(error).splitlines()[0]}")
    print(f"rows {table.num_rows} columns {table.num_columns} bytes {table.nbytes} seconds {seconds:.3f}")
    print(table.schema.to_string(show_schema_metadata=False))


if __name__ == "__main__":
    main(*sys.argv[1:4])
