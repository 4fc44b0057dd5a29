#!/bin/bash
# Makes the certificates of a cluster and of its clients, once: each set in a volume of its own, so that nobody gets
# more than he needs. They last for a year, and as long as the volumes.
set -euo pipefail

cockroach=${COCKROACH:-/cockroach/cockroach}
certs=${CERTS:-/certs}
remit=${REMIT_USER:-1001}

if [ -e "$certs/remit/client.remit.key.pk8" ]; then
  exit 0
fi

"$cockroach" cert create-ca --certs-dir="$certs/node" --ca-key="$certs/ca/ca.key" --overwrite
# One certificate for all nodes, and for the name under which clients reach them.
"$cockroach" cert create-node crdb-1 crdb-2 crdb-3 balancer localhost 127.0.0.1 \
  --certs-dir="$certs/node" --ca-key="$certs/ca/ca.key" --overwrite
for client in root remit; do
  cp "$certs/node/ca.crt" "$certs/$client/"
  # In PKCS #8, which is what Java reads.
  "$cockroach" cert create-client "$client" --certs-dir="$certs/$client" --ca-key="$certs/ca/ca.key" \
    --also-generate-pkcs8-key --overwrite
done
chown -R "$remit" "$certs/remit"
