#!/usr/bin/env bash
# Run once by the PostgreSQL image on an empty data folder: the two roles and the database.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$ODR_OWNER_PASSWORD" -v service="$ODR_SERVICE_PASSWORD" <<'SQL'
create role odr_owner login createdb password :'owner';
create role odr_service login password :'service';
create database odr owner odr_owner;
SQL
