"""Faults, each with what must hold meanwhile. Usage, after mvn -DskipTests package, as root for the full disks:
serving_faults.py [NAME ...]; without a name all: postgres, truncated, full, killed, slow, idle
"""

import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from serving_world import Client, World, expected


def reading(i, power=100):
    start = f"2026-02-{1 + i // 24:02d}T{i % 24:02d}:00:00+00:00"
    return json.dumps({"start": start, "end": start.replace(":00:00+", ":30:00+"), "powerKw": power})


def post(client, i):
    try:
        return client.ask("POST", "/v1/sites/site-0000001/generation", reading(i), [("Idempotency-Key", f"fault-{i}")])[0]
    except OSError:
        return 0


class Reads(threading.Thread):
    """Reads forecasts until stopped; every answer must be a whole one."""

    def __init__(self, world):
        super().__init__()
        self.world, self.going, self.good, self.bad, self.slowest = world, True, 0, [], 0.0
        self.start()

    def run(self):
        client, i = Client(self.world), 0
        while self.going:
            site = f"site-{i % self.world.sites:07d}"
            begin = time.perf_counter()
            try:
                status, body, _ = client.ask("GET", f"/v1/sites/{site}/forecast")
                answer = json.loads(body)
                if status == 200 and answer["steps"][0]["mean"] == expected(answer["runId"], site):
                    self.good += 1
                else:
                    self.bad.append(f"{status} {body[:100]}")
            except Exception as error:
                self.bad.append(f"{type(error).__name__} {error}")
            self.slowest = max(self.slowest, time.perf_counter() - begin)
            i += 1

    def end(self):
        self.going = False
        self.join()
        return f"{self.good} reads good, {len(self.bad)} bad {self.bad[:3]}, slowest {self.slowest * 1000:.0f} ms"


def until(status, client, i, seconds=60):
    begin = time.perf_counter()
    seen = []
    while time.perf_counter() - begin < seconds:
        seen.append(post(client, i))
        if seen[-1] == status:
            return f"{status} after {time.perf_counter() - begin:.1f} s (seen {sorted(set(seen))})"
        time.sleep(0.1)
    raise SystemExit(f"no {status} in {seconds} s, but {sorted(set(seen))}")


def started(**more):
    world = World(200, **more)
    world.publish()
    world.start()
    return world


def postgres():
    world = started()
    client = Client(world)
    assert post(client, 0) == 200
    reads = Reads(world)
    world.kill_postgres()
    print("  killed: a post answers", until(503, client, 1))
    time.sleep(10)
    world.start_postgres()
    print("  started again: a post answers", until(200, client, 1))
    print(" ", reads.end())
    print("  rows", world.sql("SELECT count(*) FROM generation"), "of 2")
    return world, not reads.bad and world.sql("SELECT count(*) FROM generation") == "2"


def truncated():
    world = started()
    second = world.publish()
    time.sleep(1)
    reads = Reads(world)
    time.sleep(1)
    os.truncate(world.published / "runs" / f"{second}.arrow", 4096)
    time.sleep(2)
    third = world.publish()
    time.sleep(1)
    now = json.loads(Client(world).ask("GET", "/v1/sites/site-0000000/forecast")[1])["runId"]
    print(" ", reads.end(), "; served at the end:", now)
    return world, not reads.bad and now == third


def full():
    with tempfile.TemporaryDirectory(prefix="skywatt-disk-") as disk:
        os.chmod(disk, 0o755)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m,mode=755", "none", disk], check=True)
        try:
            world = started(folder=disk)
            client, reads, filler = Client(world), Reads(world), Path(disk) / "filler"
            with open(filler, "wb") as file:
                try:
                    while True:
                        file.write(b"x" * 65536)
                        file.flush()
                except OSError as error:
                    print("  the disk of runs and of PostgreSQL is full:", error)
            refused = world.publish()
            left = [p.name for p in (world.published / "runs").iterdir() if p.name.endswith(".tmp")]
            print("  a run is", refused[:120], "; left behind:", left)
            statuses = {post(client, i) for i in range(300)}
            print("  posts answer", sorted(statuses))
            filler.unlink()
            print("  room again: a post answers", until(200, client, 400))
            run = world.publish()
            time.sleep(1)
            now = json.loads(client.ask("GET", "/v1/sites/site-0000000/forecast")[1])["runId"]
            print(" ", reads.end())
            good = refused.startswith("refused") and not left and not reads.bad and now == run and statuses <= {200, 503}
            world.stop()
            return None, good
        finally:
            subprocess.run(["umount", disk], check=False)


def killed():
    world = started()
    client = Client(world)
    retries = 0

    def kill():
        for _ in range(3):
            time.sleep(2)
            world.kill()
            print(f"  killed; restart to first answer {world.start():.2f} s", flush=True)

    killer = threading.Thread(target=kill)
    killer.start()
    count = 0
    while killer.is_alive():
        while post(client, count) != 200:
            retries += 1
            time.sleep(0.05)
        count += 1
        if count == 600:
            killer.join()
    rows = int(world.sql("SELECT count(*) FROM generation"))
    print(f"  {count} readings posted, {retries} tries in vain, rows {rows}")
    return world, rows == count


def slow():
    world = started()
    before = world.memory()
    lines = f"GET /v1/forecasts/matrix HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {world.key}\r\n\r\n".encode()
    sockets = []
    for i in range(200):
        slow_socket = socket.create_connection(("127.0.0.1", world.port))
        slow_socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        # Half of them never end their request, the others never read its answer.
        slow_socket.sendall(lines[:40] if i % 2 else lines)
        sockets.append(slow_socket)
    reads = Reads(world)
    time.sleep(15)
    print(f"  200 slow clients: {reads.end()}; memory {before:.0f} to {world.memory():.0f} MB")
    good = not reads.bad
    for each in sockets:
        each.close()
    return world, good


def is_open(each):
    try:
        return each.recv(1, socket.MSG_DONTWAIT | socket.MSG_PEEK) != b""
    except BlockingIOError:
        return True


def idle():
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    world = started()
    before, sockets = world.memory(), []
    for _ in range(10_000):
        sockets.append(socket.create_connection(("127.0.0.1", world.port)))
    reads = Reads(world)
    time.sleep(10)
    alive = sum(1 for each in sockets if is_open(each))
    print(f"  10,000 idle connections ({alive} still open): {reads.end()}; memory {before:.0f} to {world.memory():.0f} MB")
    good = not reads.bad and alive >= 10_000
    for each in sockets:
        each.close()
    return world, good


def main(names):
    results = {}
    for name in names or ["postgres", "truncated", "full", "killed", "slow", "idle"]:
        print(name, flush=True)
        world, results[name] = globals()[name]()
        if world:
            world.stop()
        print("  holds" if results[name] else "  DOES NOT HOLD", flush=True)
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
