#!/bin/bash
# guirun.sh COMMAND…: runs the command on a private X server with a window manager, a D-Bus session, AT-SPI and a throw-away home.
set -u
home=$(mktemp -d)
mkdir -m 700 "$home/run"
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/share XDG_CACHE_HOME=$home/cache
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_ACCESSIBILITY=1 NO_AT_BRIDGE=0 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

# -noreset: otherwise the server begins anew whenever its last client leaves, and takes a starting window manager with it.
# shellcheck disable=SC2016 # expands in the inner shell
xvfb-run --auto-servernum --server-args='-screen 0 1366x768x24 -noreset' dbus-run-session -- bash -c '
  /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
  accessibility=$!
  openbox >/dev/null 2>&1 &
  manager=$!
  for ((i = 0; i < 300; i++)); do # until the window manager is there: without one no window becomes active
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
    sleep 0.1
  done
  "$@"
  code=$?
  kill "$manager" "$accessibility" 2>/dev/null
  exit $code' sh "$@"
