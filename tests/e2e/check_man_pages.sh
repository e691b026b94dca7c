#!/bin/bash
# check_man_pages.sh FOLDER: fails on any warning of man about a manual page in the folder.
set -euo pipefail
for page in "$1"/*.1; do
  warnings=$(LC_ALL=C.UTF-8 MANWIDTH=80 MANROFFSEQ=t man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null) || true
  [ -z "$warnings" ] || { printf '%s: %s\n' "$page" "$warnings"; exit 1; }
done
