#!/bin/sh
# Starts the service. The database's password comes from a file, so that it shows in no listing of
# processes or containers.
set -eu

password_file=${SKYWATT_DATABASE_PASSWORD_FILE:-}
if [ -n "$password_file" ]; then
  [ -r "$password_file" ] || {
    echo "skywatt: cannot read $password_file as user $(id -u): make it readable, or run as its owner" >&2
    exit 1
  }
  QUARKUS_DATASOURCE_PASSWORD=$(cat "$password_file")
  export QUARKUS_DATASOURCE_PASSWORD
fi

# Compiled for speed ten times as late as usual: while it starts that takes a third of its time.
# Half of the memory for the heap: the other half caches the mapped run files.
# shellcheck disable=SC2086 # JAVA_OPTIONS holds several words
exec java --add-opens=java.base/java.nio=ALL-UNNAMED \
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 \
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 \
  -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp \
  ${JAVA_OPTIONS:-} -jar "${SKYWATT_APP:-/opt/skywatt}/quarkus-run.jar"
