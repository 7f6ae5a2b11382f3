# shellcheck shell=bash
# What every script here stands on: the repository's root, plain messages, processes that never outlive us.
# Sourced, never run. The caller has already said `set -euo pipefail`.

# Who starts a script in the background of another one makes it deaf to SIGINT, for good: a shell cannot heed what was
# ignored when it began. Ctrl-C has to end us however we were started.
if [ $((0x$(awk '/^SigIgn:/ { print $2 }' /proc/$$/status) & 2)) != 0 ]; then exec env --default-signal=INT "$0" "$@"; fi

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
RUN=$ROOT/.run
umask 022
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
# No MSBuild node and no compiler server stays behind after a script has ended.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

say() { printf '%s\n' "$*" >&2; }
die() { say "$(basename "$0"): $*"; exit 2; }

# The comment block under the first line of a script is its help.
help() { awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0"; }

# value OPTION VALUE...: prints an option's value, or says that it is missing.
value() { [ -n "${2-}" ] && echo "$2" || die "$1 takes a value (see --help)"; }

# Things to undo when the script ends, however it ends; last in, first out.
UNDO=()
on_exit() { UNDO=("$1" "${UNDO[@]}"); }
undo_all() {
  local status=$? step
  trap '' INT TERM HUP
  trap - EXIT
  set +e
  for step in "${UNDO[@]}"; do eval "$step"; done
  exit "$status"
}
trap undo_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# One folder for everything temporary, ours and that of whatever we start (compilers and browsers leave much behind);
# gone when the script ends. Others may pass through, not look in: PostgreSQL runs as a user of its own under root.
TEMPORARY=$(mktemp -d "${TMPDIR:-/tmp}/odr-XXXXXX")
on_exit "rm -rf '$TEMPORARY'"
mkdir "$TEMPORARY/tmp"
chmod 711 "$TEMPORARY" "$TEMPORARY/tmp"
export TMPDIR=$TEMPORARY/tmp

# launch SIGNAL LOG COMMAND...: starts a process in a session of its own (a Ctrl-C reaches the script alone, which
# then stops things in order) that gets SIGNAL from the kernel should this script be killed. LOG "-" keeps our output.
# Leaves the process id in LAUNCHED. Must not be called in a subshell: the child's parent has to be the script.
LAUNCHED=
launch() {
  local signal=$1 log=$2
  shift 2
  if [ "$log" = - ]; then
    setsid setpriv --pdeathsig "$signal" "$@" </dev/null 7>&- 8<&- 9>&- &
  else
    setsid setpriv --pdeathsig "$signal" "$@" </dev/null >>"$log" 2>&1 7>&- 8<&- 9>&- &
  fi
  LAUNCHED=$!
  on_exit "halt $LAUNCHED $signal"
}

# state_of PID: one letter (Z: ended, not buried), when it is a process that we launched. The number of one that ended
# long ago may be a stranger's by now: such a number has no state.
state_of() {
  local stat
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  stat=${stat##*) } # behind the name: state, parent, ...
  [[ $stat == ?\ $$\ * ]] && echo "${stat:0:1}"
}

alive() { [[ $(state_of "$1") == [!Z] ]]; }

# halt PID SIGNAL: ends a launched process and all of its session, gently, then not gently.
halt() {
  local pid=$1 signal=${2:-TERM} tries=0
  [ ! -e "/proc/$pid" ] || state_of "$pid" >/dev/null || return 0
  if alive "$pid"; then
    kill -s "$signal" "$pid" 2>/dev/null || true
    while [ "$signal" != KILL ] && alive "$pid" && [ $((tries++)) -lt 150 ]; do sleep 0.1; done
    if [ "$signal" != KILL ] && alive "$pid"; then say "process $pid did not stop on SIG$signal: killed"; fi
  fi
  kill -s KILL -- "-$pid" 2>/dev/null || true # it, or what it started and left
  wait "$pid" 2>/dev/null || true
}

# run FOLDER COMMAND...: like a plain command in FOLDER, but a signal to the script is heeded at once and takes the
# command along, and whatever it left running ends with it.
run() {
  local status=0
  launch TERM - env -C "$@"
  wait "$LAUNCHED" || status=$?
  kill -s KILL -- "-$LAUNCHED" 2>/dev/null || true
  UNDO=("${UNDO[@]:1}")
  return "$status"
}

# A port of 127.0.0.1 that nobody listens on, below the range from which the kernel draws.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# http_ok PORT PATH: true when it answers 200.
http_ok() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\n\r\n' "$2" "$1" >&3
    read -t 10 -r _ status _ <&3
    [ "$status" = 200 ]
  ) 2>/dev/null
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# need_port PORT: PORT is one that we can have.
need_port() {
  [[ $1 =~ ^[1-9][0-9]{0,4}$ ]] && [ "$1" -le 65535 ] || die "--port takes a number from 1 to 65535"
  port_taken "$1" && die "port $1 is in use by another program; choose another with --port" || true
}

# until_ready SECONDS PID WHAT LOG COMMAND...: waits till COMMAND succeeds; gives up when PID dies or time is over.
until_ready() {
  local seconds=$1 pid=$2 what=$3 log=$4 end
  shift 4
  end=$((SECONDS + seconds))
  until "$@" >/dev/null 2>&1; do
    if ! alive "$pid" || [ "$SECONDS" -ge "$end" ]; then
      say "$what did not become ready; the end of $log:"
      tail -n 30 "$log" >&2 || true
      return 1
    fi
    sleep 0.2
  done
}

# hash_of PATH...: one hash over names and contents of the files below the paths, leaving out what a build makes.
hash_of() {
  (cd "$ROOT" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name test-results \) -prune \
    -o -type f ! -name '*.tsbuildinfo' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

# stamped FILE HASH: true when FILE holds HASH already.
stamped() { [ -f "$1" ] && [ "$(<"$1")" = "$2" ]; }

secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
