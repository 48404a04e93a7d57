"""A packaged service with a PostgreSQL of its own, and runs whose every value is known (RunMaker.java).

For serving_soak.py, serving_faults.py and serving_peer.py. Needs mvn -DskipTests package, and PostgreSQL's programs on
PATH or in $PG_BIN. PostgreSQL does not run as root: then it runs as nobody.
"""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
OPENS = "--add-opens=java.base/java.nio=ALL-UNNAMED"
# As the command starts the service (Service.java).
LATE = ["-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000",
        "-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000"]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def expected(run, site):
    """Power in kW that RunMaker gives a site in a run."""
    return 1000 + zlib.crc32(f"{run} {site}".encode()) % 25000


class Client:
    """One connection, opened again when it breaks."""

    def __init__(self, world, timeout=30):
        self.world, self.timeout, self.connection = world, timeout, None

    def ask(self, method, path, body=None, headers=()):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.world.port, timeout=self.timeout)
        try:
            all_headers = {"X-Api-Key": self.world.key, "Content-Type": "application/json", **dict(headers)}
            self.connection.request(method, path, body, all_headers)
            answer = self.connection.getresponse()
            return answer.status, answer.read(), answer.headers
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            raise


class World:
    def __init__(self, sites=1000, folder=None):
        self.folder = Path(folder or tempfile.mkdtemp(prefix="skywatt-"))
        self.folder.chmod(0o755)
        self.published = self.folder / "published"
        (self.published / "runs").mkdir(parents=True)
        self.sites = sites
        self.port, self.key, self.server, self.log = free_port(), "", None, self.folder / "service.log"
        self.issue = datetime.now(timezone.utc).replace(microsecond=0) - timedelta(hours=1)
        registered = [
            {"id": f"site-{i:07d}", "name": f"Site {i}", "organisation": "Nordlicht", "technology": "wind",
             "latitude": 47.0, "longitude": 8.0, "elevationM": 400, "capacityKw": 27000, "hubHeightM": 110,
             "rotorDiameterM": 120, "turbine": "V120-2.2"}
            for i in range(min(sites, 20))
        ]
        (self.published / "sites.json").write_text(json.dumps(registered))
        self._start_postgres(self.folder / "postgres")
        self._start_maker()

    # PostgreSQL

    def _pg(self, program, *arguments, check=True):
        found = shutil.which(program, path=os.environ.get("PG_BIN", os.environ["PATH"]))
        command = [os.path.realpath(found), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "nobody", "--", *command]
        return subprocess.run(command, check=check, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/")

    def _start_postgres(self, data):
        self.data, self.pg_port = data, free_port()
        data.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(data, "nobody")
        data.chmod(0o700)
        self._pg("initdb", "-D", str(data / "db"), "-U", "skywatt", "--auth=trust")
        self.start_postgres()

    def start_postgres(self):
        options = f"-p {self.pg_port} -k {self.data} -c listen_addresses=127.0.0.1 -c max_wal_size=64MB"
        self._pg("pg_ctl", "-D", str(self.data / "db"), "-w", "-l", str(self.data / "log"), "-o", options, "start")

    def kill_postgres(self):
        os.kill(int((self.data / "db" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    def stop_postgres(self):
        self._pg("pg_ctl", "-D", str(self.data / "db"), "-m", "immediate", "stop", check=False)

    def sql(self, select):
        psql = shutil.which("psql", path=os.environ.get("PG_BIN", os.environ["PATH"]))
        url = f"postgresql://skywatt@127.0.0.1:{self.pg_port}/postgres"
        return subprocess.run([psql, "-AtX", "-c", select, url], check=True, capture_output=True, text=True).stdout.strip()

    # Runs

    def _start_maker(self):
        jars = [str(jar) for jar in (HOME / "serving/target/quarkus-app/lib/main").glob("*.jar")
                if re.search(r"skywatt-core|arrow-(vector|memory-core|memory-unsafe|format)|flatbuffers|jackson|slf4j|netty-(buffer|common)", jar.name)]
        path = ":".join(jars)
        script = str(HOME / "docs/benchmarks/RunMaker.java")
        self.maker = subprocess.Popen(
            ["java", OPENS, "-XX:+UseSerialGC", "-Xmx512m", "-cp", path, script, str(self.published / "runs"), str(self.sites)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def publish(self):
        """Publishes the next run; its id, or what was refused."""
        self.issue += timedelta(seconds=5)
        self.maker.stdin.write(self.issue.strftime("%Y-%m-%dT%H:%M:%SZ") + "\n")
        self.maker.stdin.flush()
        line = self.maker.stdout.readline().strip()
        return line if line.startswith("refused") else line.split()[0]

    def keep_runs(self, count):
        for old in sorted((self.published / "runs").glob("*.arrow"))[:-count]:
            old.unlink()

    # The service

    def start(self, prefix=()):
        environment = {
            **os.environ, "QUARKUS_HTTP_PORT": str(self.port), "SKYWATT_PUBLISHED": str(self.published),
            "QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:postgresql://127.0.0.1:{self.pg_port}/postgres",
            "QUARKUS_DATASOURCE_USERNAME": "skywatt", "QUARKUS_DATASOURCE_PASSWORD": "skywatt",
            "SKYWATT_REQUESTS_PER_MINUTE": "1000000000"}
        start = time.perf_counter()
        with open(self.log, "ab") as log:
            self.server = subprocess.Popen([*prefix, "java", OPENS, "-Xmx512m", *LATE, "-XX:SharedArchiveFile=app-cds.jsa", "-jar",
                                            "quarkus-run.jar"], cwd=HOME / "serving/target/quarkus-app", env=environment, stdout=log, stderr=log)
        while True:
            try:
                if not self.key:
                    self.key = re.search(r"skw_\S+", self.log.read_text()).group()
                if Client(self).ask("GET", "/v1/sites/site-0000000/forecast")[0] == 200:
                    return time.perf_counter() - start
            except (OSError, AttributeError, http.client.HTTPException):
                pass
            if self.server.poll() is not None or time.perf_counter() - start > 120:
                raise SystemExit("the service does not start: " + self.log.read_text()[-2000:])
            time.sleep(0.02)

    def kill(self):
        self.server.kill()
        self.server.wait()

    def memory(self):
        """Resident memory of the service that is its own, not mapped from files, MB."""
        status = Path(f"/proc/{self.server.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        for process in (self.server, self.maker):
            if process:
                process.terminate()
                process.wait()
        self.stop_postgres()
        shutil.rmtree(self.folder, ignore_errors=True)
