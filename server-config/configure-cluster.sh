#!/usr/bin/env bash
# configure-cluster.sh SERVER: beside the configuration of a provisioned server, that of a server in a cluster.
set -euo pipefail

server=$1
configuration=$server/standalone/configuration
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The server opens the key while it is told of it: this one serves for that and is gone afterwards.
export SEMBLANCE_CLUSTER_KEY_FILE=$work/key SEMBLANCE_CLUSTER_KEY_PASSWORD
SEMBLANCE_CLUSTER_KEY_PASSWORD=$(head -c 32 /dev/urandom | base64 -w 0)
"${JAVA_HOME:+$JAVA_HOME/bin/}keytool" -genkeypair -alias cluster -keyalg EC -groupname secp256r1 -dname CN=semblance \
    -storetype PKCS12 -keystore "$work/key" -storepass:env SEMBLANCE_CLUSTER_KEY_PASSWORD 2>"$work/keytool" || { cat "$work/keytool" >&2 && exit 1; }

cp "$configuration/standalone.xml" "$configuration/standalone-cluster.xml"
"$server/bin/jboss-cli.sh" --file="$(dirname "$0")/cli/cluster/cluster.cli" </dev/null >"$work/log" 2>&1 || { cat "$work/log" >&2 && exit 1; }
