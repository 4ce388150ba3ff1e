#!/bin/sh
# Runs before `npm start` and `npm test`: installs the npm packages where they are missing or older than package-lock.json.
set -eu
cd "$(dirname "$0")/../.."

if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'; then
  echo "Node 20 or newer is needed; this is $(node --version)." >&2
  exit 1
fi

# npm writes this file last, so that an interrupted installation starts again.
installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ -n "$(find package-lock.json -newer "$installed")" ]; then
  echo "Installing the npm packages …"
  # Libraries of CUDA, which nothing here uses, are not fetched; .npmrc says so to npm up to 11 alone.
  ONNXRUNTIME_NODE_INSTALL=skip npm ci --no-audit --no-fund --loglevel=error
fi
