#!/bin/bash
# Makes one cluster of the nodes, once, and in it a database that belongs to Remit's user, who has no password: a
# certificate is what lets Remit in.
set -euo pipefail

cockroach=${COCKROACH:-/cockroach/cockroach}
certs=(--certs-dir="${CERTS:-/certs}/root")

# Once a second, for a minute.
patiently() {
  for _ in $(seq 60); do
    if said=$("$@" 2>&1) || [[ $said == *"already been initialized"* ]]; then
      return
    fi
    sleep 1
  done
  echo "$said" >&2
  return 1
}

patiently "$cockroach" init "${certs[@]}" --host="${NODE:-crdb-1:26257}"
# By way of the balancer, so that whoever comes next finds that it has found the nodes.
patiently "$cockroach" sql "${certs[@]}" --host="${BALANCER:-balancer:26257}" \
  -e 'CREATE DATABASE IF NOT EXISTS remit' \
  -e 'CREATE USER IF NOT EXISTS remit' \
  -e 'ALTER DATABASE remit OWNER TO remit'
