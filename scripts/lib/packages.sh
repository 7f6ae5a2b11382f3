# shellcheck shell=bash
# Debian packages that are missing: installed when we may, otherwise named. Sourced after house.sh.

# need PACKAGE PROBE...: remembers PACKAGE when PROBE (a command to try) fails.
MISSING=()
need() {
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || MISSING+=("$package")
}

postgres_bin() {
  local dir
  dir=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t/ -k5 -Vr | head -n 1)
  [ -x "$dir/initdb" ] || dir=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
  [ -x "$dir/initdb" ] && echo "$dir"
}

need_stores() {
  need postgresql postgres_bin
  need redis-server command -v redis-server
}

need_browser() {
  need chromium command -v chromium
  need fonts-lxgw-wenkai test -e /usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf
  need fonts-noto-cjk test -e /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc
}

# The relay of the calls' scenes; the service itself needs none.
need_relay() { need coturn command -v turnserver; }

install_missing() {
  [ ${#MISSING[@]} -gt 0 ] || return 0
  local as=() install=(apt-get install -y --no-install-recommends "${MISSING[@]}")
  if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then as=(sudo -n); else
      die "Debian packages are missing; please run: sudo apt-get update && sudo ${install[*]}"
    fi
  fi
  command -v apt-get >/dev/null || die "these Debian packages are missing, and there is no apt-get: ${MISSING[*]}"
  say "installing ${MISSING[*]}"
  # A file that says "start nothing": the packages bring services of their own, which are not ours to start.
  local policy=/usr/sbin/policy-rc.d mine=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as[@]}" tee "$policy" >/dev/null
    "${as[@]}" chmod 755 "$policy"
    mine=yes
    on_exit "${as[*]} rm -f $policy"
  fi
  "${as[@]}" env -u TMPDIR DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || die "apt-get update failed"
  "${as[@]}" env -u TMPDIR DEBIAN_FRONTEND=noninteractive "${install[@]}" -qq >&2 || die "could not install ${MISSING[*]}"
  [ -z "$mine" ] || "${as[@]}" rm -f "$policy"
  # Nor at the next boot: as Debian sets it up, it relays for anybody who asks.
  if [[ " ${MISSING[*]} " == *" coturn "* ]] && command -v systemctl >/dev/null; then
    "${as[@]}" systemctl disable coturn >/dev/null 2>&1 || say "coturn may start at the next boot; see: systemctl disable coturn"
  fi
  MISSING=()
}

need_tools() {
  command -v dotnet >/dev/null || die "the .NET SDK 10 is needed: https://dotnet.microsoft.com/download"
  command -v node >/dev/null && command -v npm >/dev/null || die "Node.js 20 or newer with npm is needed"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "Node.js 20 or newer is needed, this is $(node --version)"
}
