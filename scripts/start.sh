#!/bin/sh
# `npm start`: installs and builds what is missing, then gives way to the server, so that no wrapper stays.
# Signals and the exit code are the server's own.
cd "$(dirname "$0")/.." || exit 1
# Where the shell itself is told to end, the preparation is told too.
trap 'kill -TERM "$preparing" 2>/dev/null; wait "$preparing"; exit 143' TERM HUP
trap 'kill -TERM "$preparing" 2>/dev/null; wait "$preparing"; exit 130' INT
node scripts/prepare.mjs &
preparing=$!
wait "$preparing" || exit $?
trap - TERM HUP INT
node=node
[ -x node_modules/.bin/node ] && node=node_modules/.bin/node
# What is compiled at the first start is read at the next ones: a third less to do.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$PWD/node_modules/.cache/goalpost}"
# SQLite is stable enough for us, and the notice about it is no news to the operator.
exec "$node" --disable-warning=ExperimentalWarning packages/server/src/main.ts "$@"
