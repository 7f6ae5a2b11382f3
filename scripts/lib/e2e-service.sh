#!/usr/bin/env bash
# scripts/lib/e2e-service.sh [--nodes N [--losable]]
#
# For the browser tests: starts an instance with data of its own on a free port, prints one line with its URL when it
# is ready, and stops when its parent ends or it gets SIGTERM. Expects the pages and the service to be built
# (scripts/test browser does); builds what has changed otherwise.
#
#   --losable  a second line has the nodes' process ids, and a node that is killed does not end the rest
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
case ${1:-} in -h | --help) awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0"; exit 0 ;; esac
# Once more as a process that the kernel tells when the parent has gone.
[ "${ODR_E2E_TIED:-}" ] || ODR_E2E_TIED=yes exec setpriv --pdeathsig TERM "$0" "$@"
unset ODR_E2E_TIED
# shellcheck disable=SC1090
for part in house packages stores build instance; do . "$here/lib/$part.sh"; done

nodes=1
[ "${1:-}" != --nodes ] || nodes=$2
need_tools
need_instance "$nodes"
install_missing
web_client
published Server
throwaway_dir
# All of the suite's people ask for their codes from one address.
export Odr__Accounts__CodesPerAddress=2000
# One mediator prepares the walks of all looks in a minute.
export Odr__Limits__Requests__Burst=2000 Odr__Limits__Requests__PerSecond=200
start_instance "$THROWAWAY" "$nodes" "$(free_port)" volatile
# Nearly all of the suite's cases have one mediator, and most are never closed.
pg_query odr "update mediators set capacity = 200 where name = '赵清'" >/dev/null
echo "$URL"
if [ "${3:-}" = --losable ]; then
  echo "${NODE_PIDS[*]}"
  NODE_PIDS=()
fi
instance_over
exit 1
