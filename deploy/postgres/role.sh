#!/bin/sh
# Runs once, when compose.yaml makes its database: the bot gets a role and a database of its own. With the password only the
# bot's role can log in over the network; the superuser cannot, and works from inside the container alone.
set -eu
psql --username "$POSTGRES_USER" --dbname "${POSTGRES_DB:-postgres}" --no-password --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" <<'SQL'
create role harbin login nosuperuser nocreatedb nocreaterole password :'password';
create database harbin owner harbin;
revoke connect on database harbin from public;
alter role current_user password null;
SQL
