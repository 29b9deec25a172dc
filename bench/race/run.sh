#!/usr/bin/env bash
# Races our function against Node.js and against floors, side by side on this machine, and prints what came of it.
#
#   bench/race/run.sh --quick               15 cold runs and 2,000 warm calls of everybody, on the stub: under two minutes, building apart
#   bench/race/run.sh --full                25 cold runs and 5 x 2,000 warm calls on the stub; cold starts over TLS; 15 cold runs and
#                                           2 x 500 warm calls on dynalite. Writes bench/race/results/*.json
#
#   --backend stub|dynalite  what is behind everybody (stub: constant time)
#   --tls                    the stub over TLS; cold starts only, unless --warm-runs says otherwise
#   --functions A,B          of OrderTableRead, CancelOrder, ChangeOrderDate
#   --contenders a,b         of ours, ours-jit, node, node-bundled, node-loop, node-loop-bundled, floor-requests, floor-constant
#   --peer NAME=EXECUTABLE   another runtime of JavaScript, such as LLRT: NAME and NAME-bundled take part with the same functions; it must
#                            have fetch, createRequire and what the AWS SDK needs of Node.js, or an SDK of its own
#   --runs N                 cold runs of each
#   --warm-runs N            fresh processes of each that go on for
#   --calls N                so many warm calls
#   --seed N                 of the order in which contenders take turns
#   --json FILE              the result for programs
#   --quote FILE             prints a result as tables for a page, and measures nothing
#   --requests               prints what the contenders ask of the backend in one call, and measures nothing
#   --unpinned               does not give the contender a core of its own
#   --let-sleep              lets the cores fall asleep while they wait: slower, and less even
#   --check                  fails when a figure is below what it must be
#   --no-build               races what was built before
#   --rebuild                publishes everybody anew; otherwise those whose sources have changed since
#
# Bun comes from the npm registry, in the version that bench/peers/bun pins, and lies beside it; it is no part of what is deployed.
#
# The official runtime of Node.js, aws-lambda-ric, is built from source and needs make, cmake, g++, python3 and, of Debian's packages,
# autoconf, automake and libtool; they are installed if this user may. Where it cannot be built a minimal loop takes its place, and the
# table says so.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

published=artifacts/race
node=$(node -p process.execPath 2>/dev/null || true)
build=yes rebuild=no mode=one tls=no
options=()
for argument in "$@"; do
  case $argument in
    --quick | --full) mode=${argument#--} ;;
    --no-build) build=no ;;
    --rebuild) rebuild=yes ;;
    --tls) tls=yes; options+=("$argument") ;;
    -h | --help) sed -n '2,36s/^# \{0,1\}//p' "$0"; exit ;;
    *) options+=("$argument") ;;
  esac
done

note() { printf '%s\n' "$*" >&2; }

# True when a file of the folders is newer than what was made of them.
is_outdated() {
  local made=$1
  shift
  [ "$rebuild" = yes ] || [ ! -e "$made" ] || [ -n "$(find "$@" -newer "$made" -not -path '*/node_modules/*' -print -quit)" ]
}

# Everything that is published goes to its own folder, which is also the package whose size is told.
publish() {
  local name=$1 project=$2 program=$3 sources=$4
  shift 4
  # shellcheck disable=SC2086 # several folders
  if is_outdated "$published/$name/$program" $sources Directory.*; then
    note "Publishing $name ..."
    rm -rf "${published:?}/$name"
    dotnet publish "$project" -c Release -r linux-x64 -v quiet -o "$published/$name" "$@" >&2
  fi
}

# Native code is made for .NET 10, and for .NET 9 where the registry has no pack for that: everybody by the same packs.
build_ours() {
  local framework=net10.0
  if ! publish ours src/Hosts/Lambda bootstrap "src compat" -p:LineFramework=$framework; then
    framework=net9.0
    publish ours src/Hosts/Lambda bootstrap "src compat" -p:LineFramework=$framework
  fi
  publish ours-jit src/Hosts/Lambda bootstrap "src compat" --self-contained true -p:PublishAot=false
  publish floor-requests bench/floors/SameRequests same-requests bench/floors -p:LineFramework=$framework
  publish floor-constant bench/floors/Constant constant bench/floors -p:LineFramework=$framework
}

install_build_tools() {
  local missing=()
  for tool in autoconf automake libtoolize; do
    command -v "$tool" >/dev/null || missing+=("${tool/libtoolize/libtool}")
  done
  [ ${#missing[@]} = 0 ] && return
  note "aws-lambda-ric needs ${missing[*]}."
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
  fi
}

build_node() {
  if [ -z "$node" ]; then
    note "Without Node.js (20) there is no peer to race against."
    return
  fi
  local peer=bench/peers/node runtime=bench/peers/runtime
  [ -d $peer/node_modules/@aws-sdk ] || (cd $peer && npm ci --ignore-scripts --loglevel=error >&2)
  [ -d $runtime/node_modules/esbuild ] || (cd $runtime && npm ci --ignore-scripts --loglevel=error >&2)
  if is_outdated $published/node-bundled/CancelOrder.js $peer $runtime; then
    note "Bundling the functions of Node.js ..."
    rm -rf $published/node $published/node-bundled
    "$node" $runtime/bundle.mjs $peer $published/node $published/node-bundled >&2
    cp -r $peer/node_modules $published/node/
  fi
  local ric=$runtime/node_modules/aws-lambda-ric
  if [ ! -f $ric/dist/rapid-client.node ]; then
    note "Building aws-lambda-ric, about two minutes ..."
    # What an attempt that failed has unpacked and removed is needed again.
    { install_build_tools && rm -rf $ric && cd $runtime && npm ci --ignore-scripts --loglevel=error \
      && npm rebuild --loglevel=error aws-lambda-ric; } >$published/aws-lambda-ric.log 2>&1 \
      || note "aws-lambda-ric cannot be built (see $published/aws-lambda-ric.log): a minimal loop takes its place."
  fi
}

# With --ignore-scripts: the package is the executable and nothing else.
build_bun() {
  if [ "$(uname -sm)" != "Linux x86_64" ]; then
    note "Bun is pinned for Linux on x86-64 only: it does not take part."
    return
  fi
  [ -x bench/peers/bun/node_modules/@oven/bun-linux-x64/bin/bun ] \
    || (cd bench/peers/bun && npm ci --ignore-scripts --loglevel=error >&2) \
    || note "Bun cannot be had from the npm registry: it does not take part."
}

build_dynalite() {
  [ -d tests/Contracts/Dynalite/node_modules/dynalite ] || (cd tests/Contracts/Dynalite && npm ci --ignore-scripts --loglevel=error >&2)
}

mkdir -p $published
if [ "$build" = yes ]; then
  build_ours
  (build_node)
  if [ -n "$node" ]; then build_bun; fi
  if [ "$mode" = full ] || [[ " ${options[*]} " == *" dynalite "* ]]; then build_dynalite; fi
  dotnet build bench/race -c Release -v quiet >&2
fi

commit=$(git describe --always --dirty 2>/dev/null || true)
race() {
  artifacts/bin/Race/release/race --repository . --node "${node:-node}" --commit "$commit" "$@"
}

case $mode in
  full)
    results=bench/race/results
    mkdir -p $results
    race --runs 25 --warm-runs 5 --calls 2000 --json $results/stub.json "${options[@]}"
    race --tls --runs 25 --warm-runs 0 --json $results/tls.json "${options[@]}"
    race --backend dynalite --runs 15 --warm-runs 2 --calls 500 --json $results/dynalite.json "${options[@]}"
    ;;
  *)
    if [ "$tls" = yes ]; then options=(--warm-runs 0 "${options[@]}"); fi
    SECONDS=0
    race "${options[@]}"
    note "Raced in $SECONDS s, without building."
    ;;
esac
