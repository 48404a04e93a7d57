"""Stops a service (SIGTERM) while requests are answered, and counts those that were lost.

    python docs/benchmarks/stop_under_load.py URL PATH PID [balancer]

A request is lost if its answer broke off, or if none came although the service had taken it. A
connection that is refused, or 503, is told: the client may go elsewhere. With "balancer" clients send
while /health/ready says yes, looked at every 0.1 s, as behind a balancer. Standard library only.
"""

import collections
import http.client
import os
import signal
import sys
import threading
import time
from urllib.parse import urlsplit

THREADS = 16


def main():
    url, path, pid = urlsplit(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    counts = collections.Counter()
    lock = threading.Lock()
    stop_at = time.monotonic() + 3
    end_at = stop_at + 6

    def count(what):
        with lock:
            counts[what] += 1

    ready = threading.Event()
    ready.set()

    def watch():
        while ready.is_set() and time.monotonic() < end_at:
            try:
                connection = http.client.HTTPConnection(url.hostname, url.port, timeout=5)
                connection.request("GET", "/health/ready")
                if connection.getresponse().status != 200:
                    ready.clear()
                connection.close()
            except (OSError, http.client.HTTPException):
                ready.clear()
            time.sleep(0.1)

    def work():
        # A new connection each time: on one that is kept the client must try again anyway.
        while ready.is_set() and time.monotonic() < end_at:
            connection = http.client.HTTPConnection(url.hostname, url.port, timeout=10)
            try:
                connection.connect()
            except OSError:
                count("refused")
                time.sleep(0.05)
                continue
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
                count("answered" if answer.status == 200 else str(answer.status))
            except (OSError, http.client.HTTPException) as e:
                print(f"lost {time.monotonic() - stop_at:.3f} s after the signal: {e!r}")
                count("lost")
            finally:
                connection.close()

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    if sys.argv[4:] == ["balancer"]:
        threads.append(threading.Thread(target=watch))
    for each in threads:
        each.start()
    time.sleep(max(0, stop_at - time.monotonic()))
    os.kill(pid, signal.SIGTERM)
    for each in threads:
        each.join()
    print(dict(counts))
    return 1 if set(counts) - {"answered", "503", "refused"} or not counts["answered"] else 0


if __name__ == "__main__":
    sys.exit(main())
