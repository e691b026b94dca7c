#!/bin/bash
# withkeyring.sh COMMAND…: runs the command on a private D-Bus session with an unlocked keyring and a throw-away home.
# Where there is no keyring to run, it exits with 77 (skipped), and in CI with 1.
set -u
for program in gnome-keyring-daemon dbus-run-session dbus-send; do
  if ! command -v "$program" >/dev/null; then
    echo "SKIPPED: $program is not installed (Debian packages gnome-keyring, dbus, dbus-bin)" >&2
    [ -n "${CI:-}" ] && exit 1
    exit 77
  fi
done
home=$(mktemp -d)
mkdir -m 700 "$home/run" "$home/share"
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/share XDG_CACHE_HOME=$home/cache

# shellcheck disable=SC2016 # expands in the inner shell
dbus-run-session -- bash -c '
  printf "\n" | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
  keyring=$!
  for ((i = 0; i < 100; i++)); do # until the keyring answers
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
      string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true" && break
    sleep 0.1
  done
  "$@"
  code=$?
  kill "$keyring" 2>/dev/null
  wait "$keyring" 2>/dev/null
  exit $code' sh "$@"
