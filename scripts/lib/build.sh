# shellcheck shell=bash
# Building, and not building again what has not changed. Sourced after house.sh.

# An incremental build keeps a list of assemblies (deps.json) that lacks a project which is used only since the last one.
# forget_deps FOLDER...: of these only; what is not built again afterwards must keep its list, or it finds no native library.
forget_deps() {
  local folder
  for folder in "$@"; do find "$folder/bin" "$folder/obj" -name '*.deps.json' -delete 2>/dev/null || true; done
}

# web_packages: npm ci, when the lock file changed since the last one.
web_packages() {
  local stamp=$ROOT/web-client/node_modules/.installed hash
  hash=$(hash_of web-client/package.json web-client/package-lock.json)
  stamped "$stamp" "$hash" && return
  say "installing the web client's packages"
  run "$ROOT/web-client" npm ci --no-audit --no-fund >&2 || { say "npm ci failed"; return 1; }
  echo "$hash" >"$stamp"
}

# web_client: web-client/dist, the pages as the server serves them.
web_client() {
  local stamp=$ROOT/web-client/dist/.built hash
  hash=$(hash_of web-client)
  stamped "$stamp" "$hash" && return
  web_packages || return 1
  say "building the web client"
  run "$ROOT/web-client" npm run build >&2 || { say "the web client does not build"; return 1; }
  echo "$hash" >"$stamp"
}

# published NAME...: .run/app/NAME for the projects NonLitigation.Odr.NAME: a copy of its own, so that a build under
# a running service does not pull the assemblies from under it. One script at a time builds here.
published() {
  local name hash app new
  hash=$(hash_of src Directory.Build.props Directory.Packages.props global.json)
  mkdir -p "$RUN/app"
  exec 7>"$RUN/app/lock"
  flock 7
  for name in "$@"; do
    app=$RUN/app/$name new=$name.${hash:0:16}
    stamped "$app/.built" "$hash" && continue
    say "building $name"
    rm -rf "${RUN:?}/app/$new"
    forget_deps "$ROOT"/src/*
    run "$ROOT" dotnet publish "src/NonLitigation.Odr.$name" -c Release -o "$RUN/app/$new" -v q -nologo >&2 \
      || { say "$name does not build"; exec 7>&-; return 1; }
    echo "$hash" >"$RUN/app/$new/.built"
    [ -L "$app" ] || rm -rf "$app"
    ln -sfn "$new" "$app"
    unused "$app".* | xargs -r rm -rf
  done
  exec 7>&-
}

# unused FOLDER...: prints those that are no process's working folder, the current build's link not counted.
unused() {
  local folder used
  used=$(readlink /proc/[0-9]*/cwd 2>/dev/null || true)
  for folder in "$@"; do
    [ "$(readlink -f "${folder%.*}")" = "$folder" ] || grep -qxF "$folder" <<<"$used" || echo "$folder"
  done
}

# build_solution DIR: everything, and into DIR openapi.json as the server's endpoints are now.
build_solution() {
  # The generator believes its own note of an earlier run rather than look.
  rm -f "$ROOT"/src/NonLitigation.Odr.Server/obj/*.OpenApiFiles.cache
  forget_deps "$ROOT"/src/* "$ROOT"/tests/*
  # It starts the application to ask it; the database is named but not there, and keys and mail need not be (Development).
  ASPNETCORE_ENVIRONMENT=Development ConnectionStrings__Odr='Host=127.0.0.1;Port=1;Database=odr;Username=odr' run "$ROOT" \
    dotnet build NonLitigation.Odr.sln -c Release -p:OpenApiGenerateDocuments=true -p:OpenApiDocumentsDirectory="$1" -v q -nologo >&2
}

# http_types OPENAPI FILE: TypeScript made of an openapi.json. Needs web_packages.
http_types() { run "$ROOT/web-client" npx --no-install openapi-typescript "$1" --output "$2" >&2; }
