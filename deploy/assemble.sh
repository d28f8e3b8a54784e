#!/bin/sh
# Builds the program from this source tree into an empty folder that holds what runs and nothing else:
#   sh deploy/assemble.sh /opt/harbin
# It takes the steps of the Dockerfile, and needs nothing but Node and npm: for machines without containers, and to try the
# image's steps without Docker.
set -eu
target=${1:?name the folder to build into}
source=$(cd "$(dirname "$0")/.." && pwd)
[ ! -e "$target" ] || [ -z "$(ls -A "$target")" ] || { echo "assemble: $target is not empty" >&2; exit 1; }
mkdir -p "$target"
target=$(cd "$target" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cd "$source"
cp package.json package-lock.json .npmrc LICENSE "$target"
cp -R package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json src assets "$build"
mkdir "$build/tools" && cp tools/build.mjs "$build/tools"
(cd "$target" && npm ci --omit=dev --ignore-scripts --no-audit --no-fund)
find "$target/node_modules" -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
(cd "$build" && npm ci --ignore-scripts --no-audit --no-fund && npm run build)
cp -R "$build/dist" assets "$target"
rm "$target/package-lock.json" "$target/.npmrc"
