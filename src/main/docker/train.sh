#!/bin/sh
# Runs the packaged program under load, on a database in memory, and has the JVM write into an AOT cache which classes
# it loaded and which methods were hot. A start that fails, or a program that nobody asks anything, would teach it
# little. Run it in the folder of quarkus-run.jar:
#
#   train.sh <cockroach> <cache to write> [options of the JVM]
set -eu

cockroach=$1
cache=$2
shift 2

sql=26257
export DATABASE_URL="postgresql://root@127.0.0.1:$sql/defaultdb?sslmode=disable"
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=8080 REMIT_AUTH=none
export COCKROACH_SKIP_ENABLING_DIAGNOSTIC_REPORTING=true

# Until it succeeds, once a second, for a minute.
patiently() {
  for _ in $(seq 60); do
    if "$@" >/dev/null 2>&1; then
      return
    fi
    sleep 1
  done
  "$@"
}

scratch=$(mktemp -d)
# Its heap profiles and the like go to the current folder.
(
  cd "$scratch"
  exec "$cockroach" start-single-node --insecure --store=type=mem,size=1GiB --external-io-dir=disabled \
    --temp-dir="$scratch" --log-dir="$scratch" --listen-addr=127.0.0.1:$sql --http-addr=127.0.0.1:26258
) &
database=$!
patiently java -jar quarkus-run.jar migrate

java "$@" -XX:AOTCacheOutput="$cache" -jar quarkus-run.jar &
service=$!
patiently java -jar quarkus-run.jar health
java -jar quarkus-run.jar load --accounts 200 --callers 32 --seconds 20 --warm-up 0

# Its JVM writes the cache when it ends, and says that it was a signal that ended it: 128 + 15.
kill -TERM "$service"
wait "$service" || [ $? -eq 143 ]
kill -TERM "$database"
wait "$database" || true
ls -l "$cache"
