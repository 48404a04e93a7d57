"""One site's forecast out of 2,000 by the service and by a FastAPI service that reads PostgreSQL (fastapi_peer.py),
each on core 0, wrk on core 1, turn by turn. Usage, after mvn -DskipTests package, with fastapi, uvicorn and asyncpg
installed: serving_peer.py [SECONDS=8] [ROUNDS=3]
"""

import asyncio
import os
import re
import subprocess
import sys
import time
import urllib.request
from datetime import timedelta
from pathlib import Path

import asyncpg
from serving_world import World, expected, free_port

SITES = 2000


async def load(world, run):
    """The same values as rows."""
    connection = await asyncpg.connect(world_url(world))
    await connection.execute("""CREATE TABLE run (run_id text PRIMARY KEY);
        CREATE TABLE forecast (run_id text, site_id text, starts_at timestamptz, ends_at timestamptz,
                               mean float8, quantiles float8[])""")
    await connection.execute("INSERT INTO run VALUES ($1)", run)
    step = timedelta(minutes=30)
    rows = ((run, site, world.issue + i * step, world.issue + (i + 1) * step, float(value), [float(value)] * 7)
            for site, value in ((f"site-{n:07d}", expected(run, f"site-{n:07d}")) for n in range(SITES))
            for i in range(96))
    await connection.copy_records_to_table("forecast", records=rows)
    await connection.execute("ALTER TABLE forecast ADD PRIMARY KEY (site_id, run_id, starts_at)")
    await connection.execute("VACUUM ANALYZE forecast")
    await connection.close()


def world_url(world):
    return f"postgresql://skywatt@127.0.0.1:{world.pg_port}/postgres"


def wrk(port, key, seconds, connections):
    script = Path(__file__).with_name("random_sites.lua")
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"X-Api-Key: {key}",
               "-s", str(script), f"http://127.0.0.1:{port}/", "--", str(SITES)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output:
        raise SystemExit(output)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), re.search(r"99%\s+(\S+)", output).group(1)


def main(seconds=8, rounds=3):
    world = World(SITES)
    run = world.publish()
    subprocess.run(["taskset", "-a", "-cp", "0", (world.data / "db" / "postmaster.pid").read_text().split()[0]],
                   check=True, stdout=subprocess.DEVNULL)
    world.start(prefix=("taskset", "-c", "0"))
    peer, port = None, free_port()
    try:
        asyncio.run(load(world, run))
        peer = subprocess.Popen(["taskset", "-c", "0", sys.executable, "-m", "uvicorn", "--port", str(port), "--log-level", "error",
                                 "fastapi_peer:app"], cwd=Path(__file__).parent, env={**os.environ, "DATABASE": world_url(world)})
        for _ in range(100):
            try:
                body = urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/sites/site-0000007/forecast").read()
                break
            except OSError:
                time.sleep(0.2)
        print("bytes of the peer:", len(body))
        for name, target in (("skywatt", world.port), ("fastapi", port)):
            wrk(target, world.key, seconds, 8)
        for _ in range(rounds):
            for name, target in (("skywatt", world.port), ("fastapi", port)):
                rate, _ = wrk(target, world.key, seconds, 8)
                _, tail = wrk(target, world.key, seconds, 1)
                print(f"{name}: {rate:.0f}/s; one connection, 99% within {tail}", flush=True)
    finally:
        if peer:
            peer.terminate()
        world.stop()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
