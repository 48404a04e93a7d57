#!/usr/bin/env bash
# Sends made-up requests to every route of the OpenAPI document and checks every answer: no 5xx, no
# status, type, header or body that the document does not tell.
#
#   mvn -DskipTests package && pip install schemathesis
#   docs/benchmarks/schemathesis.sh DIR [more options of schemathesis]
#
# DIR is a folder of `skywatt demo`, made if it is not there; what is in its database is changed.
# The two endless streams are left out.
set -euo pipefail

dir=${1:?name a folder for the demo}
shift
port=${PORT:-8391}
root=$(cd "$(dirname "$0")/../.." && pwd)
url="http://127.0.0.1:$port"

[ -d "$dir/published" ] || "$root/skywatt" demo --dir "$dir" --exit
"$root/skywatt" serve --dir "$dir" --port "$port" &
service=$!
trap 'kill "$service"' EXIT
for _ in $(seq 60); do
  curl -sf "$url/health/ready" > /dev/null && break
  sleep 1
done

schemathesis run "$url/openapi?format=json" --url "$url" \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance \
  --exclude-path-regex '(stream|/events)$' --phases examples,coverage,fuzzing \
  --max-examples "${EXAMPLES:-50}" --seed "${SEED:-7}" --continue-on-failure \
  --suppress-health-check all --warnings off --no-color "$@"
