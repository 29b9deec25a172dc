#!/usr/bin/env bash
# Many customers chat with the host at once, and the host is stopped and started again in the middle; prints a table.
#
#   bench/Chats/run.sh [--customers 500] [--stops 0|1]
#
# The host, as it works for a shop, has one core. The customers have another, together with dynalite: orders must outlive the host, and be where two processes of
# it find them, which orders in memory are not. So an answer holds the time of a DynamoDB in JavaScript, too.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build src/Hosts/Web -c Release -v quiet -nr:false
dotnet build bench/Chats -c Release -v quiet -nr:false
[ -d tests/Contracts/Dynalite/node_modules ] || npm ci --prefix tests/Contracts/Dynalite --no-audit --no-fund >/dev/null
exec taskset -c 1 dotnet artifacts/bin/Chats/release/chats-bench.dll "$@"
