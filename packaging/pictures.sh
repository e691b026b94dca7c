#!/bin/bash
# pictures.sh ADDRESS_DESK: makes the README's pictures, which are steps of the program's own tour on a screen of 1366 × 768.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")"
steps=$(mktemp -d)
trap 'rm -rf "$steps"' EXIT

TZ=Europe/Paris ../tests/support/guirun.sh "$program" --tour "$steps"
mkdir -p pictures
for picture in edited saved set-back conflict; do
  cp "$steps"/*-"$picture.png" "pictures/$picture.png"
done
