"""Mixed load while a run is published every 5 s and readings are posted.

Usage, after mvn -DskipTests package: serving_soak.py [SECONDS=600] [SITES=1000]
No request may fail; every value of every answer must be that of the one run that the answer names; all
snapshots of a run must have one SHA-256; each posted reading must be in the database once; memory must not grow.
"""

import hashlib
import json
import random
import sys
import threading
import time
from datetime import datetime, timedelta, timezone

from serving_world import Client, World, expected


class Tally:
    def __init__(self):
        self.lock, self.count, self.failures, self.runs, self.posted = threading.Lock(), {}, [], {}, set()
        self.slowest = {}

    def done(self, kind, seconds):
        with self.lock:
            self.count[kind] = self.count.get(kind, 0) + 1
            self.slowest[kind] = max(self.slowest.get(kind, 0), seconds)

    def fail(self, why):
        with self.lock:
            self.failures.append(why)


def check_forecast(tally, site, status, body):
    answer = json.loads(body)
    value = expected(answer["runId"], site)
    torn = [step for step in answer["steps"] if step["mean"] != value or set(step["values"]) != {value}]
    if status != 200 or torn or len(answer["steps"]) != 96 or answer["siteId"] != site:
        tally.fail(f"forecast of {site}: {status}, {len(torn)} torn steps")


def check_snapshot(tally, time_asked, body):
    answer = json.loads(body)
    run = answer["runId"]
    digest = hashlib.sha256(body).hexdigest()
    with tally.lock:
        known = tally.runs.setdefault((run, time_asked), digest)
    torn = [site for site in answer["sites"] if site["mean"] != expected(run, site["siteId"])]
    if torn or known != digest:
        tally.fail(f"snapshot of {run}: {len(torn)} torn sites, digest {digest}, before {known}")


def read(world, tally, stop, seed):
    choice, client, tag = random.Random(seed), Client(world), None
    while not stop.is_set():
        kind = choice.choices(["forecast", "unchanged", "snapshot", "csv", "arrow", "status"], [50, 20, 5, 10, 10, 5])[0]
        site = f"site-{choice.randrange(world.sites):07d}"
        path = f"/v1/sites/{site}/forecast"
        start = time.perf_counter()
        try:
            if kind == "snapshot":
                asked = (world.issue + timedelta(hours=5)).strftime("%Y-%m-%dT%H:00:00Z")
                status, body, _ = client.ask("GET", f"/v1/forecasts/snapshot?time={asked}")
                if status == 200:
                    check_snapshot(tally, asked, body)
            elif kind == "unchanged":
                status, body, headers = client.ask("GET", path, headers=[("If-None-Match", tag or '"none"')])
                tag = headers["ETag"]
                if status == 200:
                    check_forecast(tally, site, status, body)
            elif kind == "status":
                status, body, _ = client.ask("GET", "/v1/status")
            else:
                accept = {"csv": "text/csv", "arrow": "application/vnd.apache.arrow.stream"}.get(kind, "application/json")
                status, body, _ = client.ask("GET", path, headers=[("Accept", accept)])
                if kind == "forecast" and status == 200:
                    check_forecast(tally, site, status, body)
            if status not in (200, 304):
                tally.fail(f"{kind}: {status} {body[:200]}")
        except Exception as error:  # whatever it is, the request failed
            tally.fail(f"{kind}: {type(error).__name__} {error}")
        tally.done(kind, time.perf_counter() - start)


def post(world, tally, stop):
    client, i = Client(world), 0
    begin = datetime(2026, 1, 1, tzinfo=timezone.utc)
    while not stop.is_set():
        site = f"site-{i % 20:07d}"
        start = begin + timedelta(minutes=30 * (i // 20))
        reading = {"start": start.isoformat(), "end": (start + timedelta(minutes=30)).isoformat(), "powerKw": i % 27000}
        asked = time.perf_counter()
        try:
            status, body, _ = client.ask("POST", f"/v1/sites/{site}/generation", json.dumps(reading),
                                         [("Idempotency-Key", f"soak-{i}")])
            if status == 200:
                tally.posted.add((site, reading["start"]))
            else:
                tally.fail(f"post: {status} {body[:200]}")
        except Exception as error:
            tally.fail(f"post: {type(error).__name__} {error}")
        tally.done("post", time.perf_counter() - asked)
        i += 1
        time.sleep(0.05)


def main(seconds=600, sites=1000):
    world = World(sites)
    world.publish()
    print(f"restart to first answer: {world.start():.2f} s", flush=True)
    tally, stop, memory, published = Tally(), threading.Event(), [], 0
    threads = [threading.Thread(target=read, args=(world, tally, stop, seed)) for seed in range(6)]
    threads.append(threading.Thread(target=post, args=(world, tally, stop)))
    for thread in threads:
        thread.start()
    end = time.time() + seconds
    while time.time() < end:
        time.sleep(5)
        run = world.publish()
        published += 1
        if run.startswith("refused"):
            tally.fail(run)
        world.keep_runs(12)
        memory.append(world.memory())
        if published % 12 == 0:
            print(f"{published} runs, {sum(tally.count.values())} requests, {len(tally.failures)} failures, "
                  f"{memory[-1]:.0f} MB", flush=True)
    stop.set()
    for thread in threads:
        thread.join()
    rows = int(world.sql("SELECT count(*) FROM generation"))
    third = len(memory) // 3
    print(f"{seconds} s, {published} runs published, {len({run for run, _ in tally.runs})} seen in snapshots")
    for kind, count in sorted(tally.count.items()):
        print(f"  {kind}: {count}, slowest {tally.slowest[kind] * 1000:.0f} ms")
    print(f"failures: {len(tally.failures)}", *tally.failures[:10], sep="\n  ")
    print(f"readings posted {len(tally.posted)}, rows {rows}")
    print(f"memory, mean of the second third {sum(memory[third:2 * third]) / third:.0f} MB, "
          f"of the last {sum(memory[2 * third:]) / len(memory[2 * third:]):.0f} MB, most {max(memory):.0f} MB")
    world.stop()
    return 1 if tally.failures or rows != len(tally.posted) else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
