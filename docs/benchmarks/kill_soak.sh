#!/usr/bin/env bash
# kill -9 in the middle of ingests, five times a round, each round in a folder of its own and compared
# row by row with an ingest that nobody disturbed. Usage: docs/benchmarks/kill_soak.sh [ROUNDS=20]
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -q -DskipTests package
mvn test -Dtest='KilledTest#ingestCompletesAfterFiveKills' -Dskywatt.rounds="${1:-20}" \
  -Dsurefire.failIfNoSpecifiedTests=false | grep -E "killed|Tests run|BUILD"
