#!/bin/bash
# package-test.sh PACKAGE.deb: asks lintian about the package, installs it with apt in a clean Debian in a folder, starts what it brings there
# (window, headless program, server and its unit), removes it and looks for anything left. Needs root, debootstrap and lintian; takes its
# packages from where this machine takes its own.
# shellcheck disable=SC1091,SC2016
set -euo pipefail
package=$(realpath "$1")
root=$(mktemp -d /var/tmp/address-desk-package-test.XXXXXX)

server=
clean_up() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  mountpoint -q "$root/proc" && umount "$root/proc"
  rm -rf --one-file-system "$root"
}
trap clean_up EXIT

within=(chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
inside() { "${within[@]}" "$@"; }
say() { printf '\n== %s\n' "$*"; }

say 'Asking lintian'
lintian --allow-root --fail-on error,warning "$package"

# The first archive that apt names for this release, for example "http://HOST/debian bookworm".
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
archive=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' 'Component: main' |
  awk -v release="$codename" '$2 == release { print $1; exit }')
[ -n "$archive" ] || { echo "apt knows no archive for $codename." >&2; exit 1; }

say "Making a clean Debian ($codename)"
debootstrap --variant=minbase "$codename" "$root" "$archive" >"$root.log" 2>&1 || { tail -20 "$root.log"; exit 1; }
rm -f "$root.log"
apt-config dump --format '%F "%v";%n' Acquire >"$root/etc/apt/apt.conf.d/90as-outside" # proxies and the like
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
mount -t proc proc "$root/proc"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends systemd >/dev/null # It checks the unit.
everything() { (cd "$root" && find . -xdev -path ./proc -prune -o -path ./var/lib/apt -prune -o -path ./var/cache -prune -o \
  -path ./var/log -prune -o -path ./tmp -prune -o -path ./var/lib/dpkg -prune -o -print | sort); }
everything >"$root/tmp/before"
inside dpkg-query -W -f '${Package}\n' >"$root/tmp/packages-before"

say 'Installing'
cp "$package" "$root/tmp/address-desk.deb"
inside apt-get install -y -qq --no-install-recommends /tmp/address-desk.deb >"$root/tmp/install.log" 2>&1 || { tail -30 "$root/tmp/install.log"; exit 1; }
inside dpkg -L address-desk | while read -r path; do [ -f "$root$path" ] && echo "$path"; done

say 'Starting both programs'
inside address-deskctl --version
inside env QT_QPA_PLATFORM=offscreen address-desk --version
inside env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp HOME=/tmp/home address-desk --tour /tmp/tour
pictures=$(find "$root/tmp/tour" -name '*.png' -size +4k | wc -l)
echo "$pictures pictures of the tour"
[ "$pictures" -ge 3 ]

say 'Answering links'
with_database=(env ADDRESS_DESK_DATABASE=sqlite:/tmp/addresses.db address-deskctl)
inside "${with_database[@]}" init
inside "${with_database[@]}" sample --customers 20
"${within[@]}" "${with_database[@]}" --json serve --listen 127.0.0.1:0 --mail-folder /tmp/mails \
  >"$root/tmp/serve.json" 2>"$root/tmp/serve.log" &
server=$!
for _ in {1..100}; do
  [ -s "$root/tmp/serve.json" ] && break
  sleep 0.1
done
port=$(sed -nE 's/.*"http:\/\/127\.0\.0\.1:([0-9]+)".*/\1/p' "$root/tmp/serve.json")
[ -n "$port" ] || { cat "$root/tmp/serve.log"; exit 1; }
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n' >&3
answer=$(head -1 <&3)
exec 3>&-
echo "/healthz: $answer"
[[ $answer == 'HTTP/1.1 200 '* ]]
kill -TERM "$server"
wait "$server" # It ends with 0.
server=

say 'Checking the unit'
inside systemd-analyze verify --man=no address-desk-server.service
inside systemd-analyze security --offline=yes --threshold=20 address-desk-server.service | tail -1

say 'Removing'
inside apt-get purge -y -qq address-desk >/dev/null
inside dpkg-query -W -f '${Package}\n' | comm -13 "$root/tmp/packages-before" - | xargs chroot "$root" apt-get purge -y -qq --autoremove >/dev/null
everything >"$root/tmp/after"
# What address-desk itself left; other packages' remains are theirs.
if grep -iE 'address-?desk' "$root/tmp/after" || find "$root/var/lib/dpkg/info" -name 'address-desk*' | grep .; then
  echo 'These files were left behind.' >&2
  exit 1
fi
say 'Nothing is left. The package is in order.'
