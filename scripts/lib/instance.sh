# shellcheck shell=bash
# A running service: stores, data, one or more nodes and, in front of several, nginx. Sourced after the other files.

# What an instance needs from Debian. need_instance NODES
need_instance() {
  need_stores
  need_browser # the outcome's PDF is printed by Chromium
  [ "$1" = 1 ] || need nginx test -x /usr/sbin/nginx
}

# start_instance DIR NODES PORT [throwaway|volatile]: everything, until each node says that it is ready. DIR gets the data,
# the logs, demo-logins.txt. The keys are .run/keys for every instance, so that scripts/verify trusts what any made.
# Sets URL, NODE_PIDS (by number, from 1) and what start_stores sets.
start_instance() {
  local dir=$1 nodes=$2 port=$3 n
  DIR=$dir URL=http://localhost:$port
  need_port "$port"
  mkdir -p "$dir/files" "$RUN/keys"
  chmod 700 "$RUN/keys" "$dir/files"
  start_stores "$dir" "${@:4}"

  export ASPNETCORE_ENVIRONMENT=Development
  export Odr__Web__Root=$ROOT/web-client/dist Odr__Keys__Directory=$RUN/keys Odr__Files__Directory=$dir/files
  export Odr__Checkpoints__Directory=$dir/checkpoints
  export Odr__DemoLogins=$dir/demo-logins.txt Odr__Chromium
  Odr__Chromium=$(command -v chromium)
  export Odr__Web__Origins__0=http://localhost:$port Odr__Web__Origins__1=http://127.0.0.1:$port
  export ConnectionStrings__Odr ConnectionStrings__Redis=$REDIS_ADDRESS
  ConnectionStrings__Odr=$(pg_address odr_service odr)
  fill_database || return 1

  NODE_PIDS=() NODE_PORTS=()
  for ((n = 1; n <= nodes; n++)); do
    if [ "$nodes" = 1 ]; then NODE_PORTS[n]=$port; else NODE_PORTS[n]=$(free_port); fi
    start_node "$n"
  done
  for ((n = 1; n <= nodes; n++)); do
    until_ready 90 "${NODE_PIDS[n]}" "node $n" "$dir/node-$n.log" http_ok "${NODE_PORTS[n]}" /health/ready || return 1
  done
  [ "$nodes" = 1 ] || start_front "$port"
}

# start_node N: also starts again one that has ended, on the same port. NODE_STORES[N]: another address of the stores than 127.0.0.1.
start_node() {
  local log=$DIR/node-$1.log stores=${NODE_STORES[$1]:-127.0.0.1}
  : >"$log"
  ConnectionStrings__Odr=${ConnectionStrings__Odr/127.0.0.1/$stores} ConnectionStrings__Redis=${ConnectionStrings__Redis/127.0.0.1/$stores} Odr__Node=node-$1 ASPNETCORE_URLS=http://127.0.0.1:${NODE_PORTS[$1]} \
    launch TERM "$log" env -C "${SERVER_APP:-$RUN/app/Server}" dotnet NonLitigation.Odr.Server.dll
  NODE_PIDS[$1]=$LAUNCHED
}

# roll_nodes: restarts one node after another; each has sent its people elsewhere before it ends, and is ready again before
# the next one goes.
roll_nodes() {
  local n begun
  for n in "${!NODE_PIDS[@]}"; do
    begun=$SECONDS
    kill -s TERM "${NODE_PIDS[n]}"
    while alive "${NODE_PIDS[n]}" && [ $((SECONDS - begun)) -lt 20 ]; do sleep 0.1; done
    halt "${NODE_PIDS[n]}" KILL # what it may have left
    start_node "$n"
    until_ready 90 "${NODE_PIDS[n]}" "node $n" "$DIR/node-$n.log" http_ok "${NODE_PORTS[n]}" /health/ready || return 1
    say "## node $n restarted within $((SECONDS - begun)) s"
  done
}

# The tables and the demo data, unless this build has done that here before.
fill_database() {
  local stamp=$DIR/database-filled built step
  built=$(<"$RUN/app/Server/.built")
  stamped "$stamp" "$built" && return
  say "migrating the database"
  for step in migrate 'seed --demo'; do
    # shellcheck disable=SC2086 # a verb and its option
    ConnectionStrings__OdrOwner=$(pg_address odr_owner odr) run "$RUN/app/Server" dotnet NonLitigation.Odr.Server.dll $step \
      >"$DIR/${step%% *}.log" 2>&1 || { tail -n 30 "$DIR/${step%% *}.log" >&2; say "'$step' failed; tables of an earlier version are not carried over before the first release: --fresh begins anew"; return 1; }
  done
  echo "$built" >"$stamp"
}

# start_front PORT: nginx before the nodes. A browser's first answer names its node in the cookie `odr_node`
# (node-1, node-2 …) and it stays there while that node lives; a client may choose by sending the cookie itself.
start_front() {
  local dir=$DIR/nginx n count=${#NODE_PORTS[@]} share
  share=$((100 / count))
  mkdir -p "$dir"
  {
    echo "daemon off; pid $dir/nginx.pid; worker_processes 1; error_log stderr warn;"
    [ "$(id -u)" != 0 ] || echo "user root;" # the folder may lie where nobody else gets in
    echo "events { worker_connections 4096; }"
    echo "http {"
    echo "  access_log off; default_type application/octet-stream; client_max_body_size 25m;"
    for n in client_body proxy fastcgi uwsgi scgi; do echo "  ${n}_temp_path $dir/$n;"; done
    for n in "${!NODE_PORTS[@]}"; do
      echo "  upstream node-$n {"
      echo "    server 127.0.0.1:${NODE_PORTS[n]} max_fails=1 fail_timeout=2s;"
      # One other, not all: the requests that belong together must not be spread over several.
      echo "    server 127.0.0.1:${NODE_PORTS[n % count + 1]} backup;"
      echo "    keepalive 32;"
      echo "  }"
    done
    echo "  split_clients \$request_id \$drawn {"
    for ((n = 1; n < count; n++)); do echo "    $share% node-$n;"; done
    echo "    * node-$count;"
    echo "  }"
    cat <<CONF
  map \$cookie_odr_node \$node { "~^node-[1-$count]\$" \$cookie_odr_node; default \$drawn; }
  map \$cookie_odr_node \$remember { "~^node-[1-$count]\$" ""; default "odr_node=\$drawn; Path=/; HttpOnly; SameSite=Lax"; }
  map \$node \$elsewhere {
$(for ((n = 1; n <= count; n++)); do echo "    node-$n node-$(((n + 1) % count + 1));"; done)
  }
  map \$http_upgrade \$connection_header { "" ""; default upgrade; }
  server {
    listen 127.0.0.1:$1;
    proxy_http_version 1.1;
    proxy_set_header Host \$http_host;
    proxy_set_header X-Forwarded-For \$remote_addr;
    proxy_set_header X-Forwarded-Proto \$scheme;
    proxy_set_header Upgrade \$http_upgrade;
    proxy_set_header Connection \$connection_header;
    proxy_connect_timeout 2s;
    proxy_read_timeout 1h;
    proxy_send_timeout 1h;
    proxy_buffering off;
    add_header Set-Cookie \$remember always;
    # A node that leaves answers 503 to new lines: another one takes them.
    location /hubs/ {
      proxy_next_upstream error timeout http_503 non_idempotent;
      proxy_pass http://\$node;
      error_page 502 504 = @elsewhere;
    }
    location / { proxy_pass http://\$node; error_page 502 504 = @elsewhere; }
    # That node and the one that stands in for it are both gone.
    location @elsewhere { proxy_pass http://\$elsewhere; }
  }
}
CONF
  } >"$dir/nginx.conf"
  launch TERM "$DIR/nginx.log" /usr/sbin/nginx -p "$dir" -e stderr -c "$dir/nginx.conf"
  FRONT_PID=$LAUNCHED
  until_ready 20 "$FRONT_PID" nginx "$DIR/nginx.log" http_ok "$1" /health/ready
}

# instance_over: waits until any part of the instance ends by itself and says which; it never should.
instance_over() {
  local n
  wait -n "$PG_PID" "$REDIS_PID" "${NODE_PIDS[@]}" ${FRONT_PID:+"$FRONT_PID"} || true
  alive "$PG_PID" || say "PostgreSQL ended; see $DIR/postgres.log"
  alive "$REDIS_PID" || say "Redis ended; see $DIR/redis.log"
  for n in "${!NODE_PIDS[@]}"; do
    alive "${NODE_PIDS[n]}" || { say "node $n ended; the end of $DIR/node-$n.log:"; tail -n 20 "$DIR/node-$n.log" >&2; }
  done
}

# claim DIR: one script at a time uses DIR.
claim() {
  mkdir -p "$1"
  exec 9>"$1/lock"
  flock -n 9 || die "a scripts/run of this clone is up already (its data, $1, serves one at a time): stop that one first, or use another clone"
}
