#!/bin/sh
# Builds the program from this source tree into an empty folder that holds what runs and nothing else:
#   sh deploy/assemble.sh /app
# The container image is made by this script, and it needs nothing but Node and npm, so it can be tried without Docker.
set -eu
target=${1:?name the folder to build into}
source=$(cd "$(dirname "$0")/.." && pwd)
[ ! -e "$target" ] || [ -z "$(ls -A "$target")" ] || { echo "assemble: $target is not empty" >&2; exit 1; }
mkdir -p "$target"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$source"
for each in package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json src tools assets; do
  [ ! -e "$each" ] || cp -R "$each" "$work"
done
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund
npm run build
npm prune --omit=dev --ignore-scripts --no-audit --no-fund
for each in package.json node_modules dist assets; do
  [ ! -e "$each" ] || cp -R "$each" "$target"
done
