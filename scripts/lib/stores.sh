# shellcheck shell=bash
# A private PostgreSQL and a private Redis on 127.0.0.1, on ports nobody uses. Sourced after house.sh and packages.sh.
# Debian's own clusters and services are never touched.

# The addresses they listen on.
STORES_LISTEN=127.0.0.1

# PostgreSQL refuses to run as root: then it runs as Debian's user `postgres`.
AS_POSTGRES=()
[ "$(id -u)" != 0 ] || AS_POSTGRES=(setpriv --reuid postgres --regid postgres --init-groups --)

# open_ground DIR: prints a folder for DIR's data that PostgreSQL's user can reach. That is DIR itself, unless we are
# root and something above DIR is closed to others (a clone below /root): then a folder of our own in /var/tmp.
open_ground() {
  local dir=$1 ground
  if [ "$(id -u)" != 0 ] || "${AS_POSTGRES[@]}" test -x "$dir"; then echo "$dir"; return; fi
  ground=/var/tmp/odr-$(printf %s "$dir" | sha256sum | cut -c1-16)
  if ! mkdir -m 711 "$ground" 2>/dev/null; then
    { [ -d "$ground" ] && [ ! -L "$ground" ] && [ -O "$ground" ]; } || die "$ground exists and is not ours"
  fi
  echo "$ground"
}

# in_memory DIR GROUND: a folder in memory for DIR's data where there is room for it, else GROUND. Tests make and drop hundreds of
# databases, each a folder of many small files.
in_memory() {
  local dir=$1 ground=$2 room
  if [ -L "$dir/postgres" ]; then dirname "$(readlink "$dir/postgres")"; return; fi
  room=$(df --output=avail -B 1G /dev/shm 2>/dev/null | tail -n 1) || room=0
  if [ "${room// /}" -ge 4 ] 2>/dev/null; then
    ground=$(mktemp -d /dev/shm/odr-XXXXXX)
    chmod 711 "$ground"
  fi
  echo "$ground"
}

# start_postgres DIR [throwaway|volatile]: initialises when new, starts, makes the two roles and the database `odr`.
# Sets PG_PORT, PG_PASSWORD (postgres and odr_owner), PG_SERVICE_PASSWORD. Throwaway: one password for all. Volatile, for
# tests alone: throwaway and quick, without fsync; nodes refuse such a record unless they are told that it may forget.
start_postgres() {
  local dir=$1 kind=${2:-kept} bin ground data log=$1/postgres.log keys=$1/passwords options=()
  bin=$(postgres_bin)
  ground=$(open_ground "$dir")
  [ "$kind" != volatile ] || ground=$(in_memory "$dir" "$ground")
  data=$ground/postgres
  [ "$ground" = "$dir" ] || ln -sfn "$data" "$dir/postgres"
  [ "$kind" = kept ] || [ "$ground" = "$dir" ] || on_exit "rm -rf '$ground'"
  if [ "$kind" = volatile ]; then
    options=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c wal_level=minimal -c max_wal_senders=0 -c jit=off)
    export Odr__Record__MayBeVolatile=true
  fi
  if [ ! -f "$data/PG_VERSION" ] || [ ! -f "$keys" ]; then
    say "making a new PostgreSQL data folder: $data"
    rm -rf "$data"
    PG_PASSWORD=$(secret)
    PG_SERVICE_PASSWORD=$PG_PASSWORD
    [ "$kind" != kept ] || PG_SERVICE_PASSWORD=$(secret)
    (umask 077; printf '%s\n' "$PG_PASSWORD" "$PG_SERVICE_PASSWORD" >"$keys")
    mkdir -m 700 "$data"
    (umask 077; head -n 1 "$keys" >"$ground/password")
    [ "$(id -u)" != 0 ] || chown postgres:postgres "$data" "$ground/password"
    (cd / && "${AS_POSTGRES[@]}" "$bin/initdb" -D "$data" -U postgres -A scram-sha-256 -E UTF8 --locale=C.UTF-8 \
      --no-sync --pwfile="$ground/password") >"$log" 2>&1 || { cat "$log" >&2; rm -rf "$data" "$ground/password"; die "initdb failed"; }
    rm "$ground/password"
  elif [ "$(<"$data/PG_VERSION")" != "$(pg_major "$bin")" ]; then
    die "$data was made by PostgreSQL $(<"$data/PG_VERSION"), installed is $(pg_major "$bin"): use --fresh, or upgrade it"
  fi
  sed -i '/^synchronous_standby_names/d' "$data/postgresql.auto.conf" # of a cluster that was killed: its standby is gone
  { read -r PG_PASSWORD; read -r PG_SERVICE_PASSWORD; } <"$keys"
  [ -n "${PG_PORT:-}" ] || PG_PORT=$(free_port) # a second start, after it was killed, keeps the address
  : >>"$log"
  # The kernel forgets a death signal when the user changes, so it is asked for again after the change.
  launch INT "$log" "${AS_POSTGRES[@]}" setpriv --pdeathsig INT "$bin/postgres" -D "$data" -p "$PG_PORT" -c listen_addresses="${STORES_LISTEN// /,}" \
    -c unix_socket_directories= -c max_connections=300 -c shared_buffers=256MB -c log_min_messages=warning "${options[@]}"
  PG_PID=$LAUNCHED
  until_ready 60 "$PG_PID" PostgreSQL "$log" pg_query postgres 'select 1' || die "PostgreSQL did not start"
  pg_query postgres "
    do \$\$ begin
      if not exists (select from pg_roles where rolname = 'odr_owner') then create role odr_owner login createdb; end if;
      if not exists (select from pg_roles where rolname = 'odr_service') then create role odr_service login; end if;
    end \$\$;
    alter role odr_owner password '$PG_PASSWORD'; alter role odr_service password '$PG_SERVICE_PASSWORD'" >/dev/null
  if [ -z "$(pg_query postgres "select 1 from pg_database where datname = 'odr'")" ]; then
    pg_query postgres 'create database odr owner odr_owner' >/dev/null
  fi
}

# start_standby DIR: a synchronous standby of the running PostgreSQL, anew each time. Sets STANDBY_PID. From here on a commit is
# confirmed when both have it on disk; when this script ends the primary stands alone again.
start_standby() {
  local dir=$1 bin port
  bin=$(postgres_bin)
  port=$(free_port)
  mkdir -m 711 "$dir"
  mkdir -m 700 "$dir/postgres"
  [ "$(id -u)" != 0 ] || chown postgres:postgres "$dir/postgres"
  (cd / && PGPASSWORD=$PG_PASSWORD "${AS_POSTGRES[@]}" "$bin/pg_basebackup" -h 127.0.0.1 -p "$PG_PORT" -U postgres -D "$dir/postgres" -R -c fast \
    -d "application_name=odr_standby" >>"$DIR/standby.log" 2>&1) || { tail -n 20 "$DIR/standby.log" >&2; die "no copy for the standby"; }
  launch INT "$DIR/standby.log" "${AS_POSTGRES[@]}" setpriv --pdeathsig INT "$bin/postgres" -D "$dir/postgres" -p "$port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c max_connections=300 -c log_min_messages=warning
  STANDBY_PID=$LAUNCHED
  pg_query postgres "alter system set synchronous_standby_names = 'odr_standby'" >/dev/null
  on_exit 'pg_query postgres "alter system reset synchronous_standby_names" >/dev/null'
  pg_query postgres 'select pg_reload_conf()' >/dev/null
  until_ready 30 "$STANDBY_PID" "the standby" "$DIR/standby.log" standby_is_synchronous
}

standby_is_synchronous() { [ "$(pg_query postgres "select sync_state from pg_stat_replication where application_name = 'odr_standby'")" = sync ]; }


# kill_postgres: the server and all its processes at once, without a word of farewell.
kill_postgres() {
  local children
  children=$(pgrep -P "$PG_PID" || true)
  kill -s STOP "$PG_PID" # so that it starts nobody anew
  # shellcheck disable=SC2086
  kill -s KILL $children 2>/dev/null || true
  halt "$PG_PID" KILL
}

pg_major() { "$1/postgres" --version | sed -E 's/[^0-9]*([0-9]+).*/\1/'; }

pg_query() {
  PGPASSWORD=$PG_PASSWORD PGCONNECT_TIMEOUT=3 "$(postgres_bin)/psql" -h 127.0.0.1 -p "$PG_PORT" -U postgres -d "$1" -XAtq -v ON_ERROR_STOP=1 -c "$2"
}

# pg_address ROLE DATABASE: an Npgsql connection string.
pg_address() {
  local password=$PG_PASSWORD
  [ "$1" != odr_service ] || password=$PG_SERVICE_PASSWORD
  echo "Host=127.0.0.1;Port=$PG_PORT;Database=$2;Username=$1;Password=$password"
}

# start_redis DIR: nothing is kept on disk. Sets REDIS_PORT, REDIS_ADDRESS, REDIS_PID.
start_redis() {
  local dir=$1 password
  if [ -z "${REDIS_PORT:-}" ]; then # a second start, after a stop, keeps the address
    REDIS_PORT=$(free_port)
    password=$(secret)
    (umask 077; printf '%s\n' "bind $STORES_LISTEN" "port $REDIS_PORT" "requirepass $password" 'save ""' "appendonly no" "dir $dir" >"$dir/redis.conf")
    REDIS_ADDRESS="127.0.0.1:$REDIS_PORT,password=$password"
  fi
  launch TERM "$dir/redis.log" redis-server "$dir/redis.conf"
  REDIS_PID=$LAUNCHED
  until_ready 20 "$REDIS_PID" Redis "$dir/redis.log" port_taken "$REDIS_PORT" || die "Redis did not start"
}

# start_stores DIR [throwaway|volatile]: both.
start_stores() {
  install_missing
  start_postgres "$@"
  start_redis "$1"
}

# throwaway_dir: a new folder for an instance, gone when the script ends; sets THROWAWAY.
throwaway_dir() {
  THROWAWAY=$TEMPORARY/data
  mkdir -m 711 "$THROWAWAY" # PostgreSQL's user passes through
}

# forget DIR: an instance's data, wherever its PostgreSQL lies.
forget() {
  local dir=$1 ground
  ground=$(open_ground "$dir")
  [ "$ground" = "$dir" ] || rm -rf "$ground"
  find "$dir" -mindepth 1 -maxdepth 1 ! -name lock -exec rm -rf {} +
}
