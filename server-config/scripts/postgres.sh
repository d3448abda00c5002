# The private PostgreSQL cluster, and the schema in it or in yours.
# shellcheck shell=bash

postgres_pid() {
    local pid=""
    [[ ! -r $DATA/postgres/postmaster.pid ]] || read -r pid <"$DATA/postgres/postmaster.pid" || true
    if is_process "$pid" "$DATA/postgres"; then printf '%s' "$pid"; fi
}

# Starts the private cluster, or checks what is known of yours; afterwards SEMBLANCE_DB_* say how to reach it.
up_database() {
    if [[ $PRIVATE_DATABASE == yes ]]; then
        [[ -d $DATA/postgres ]] || make_cluster
        [[ -n $(postgres_pid) ]] || start_postgres
        SEMBLANCE_DB_URL=jdbc:postgresql://127.0.0.1:$(remembered_port database)/semblance
        SEMBLANCE_DB_USER=semblance_app
        SEMBLANCE_DB_PASSWORD=$(secret database-app)
        SEMBLANCE_DB_OWNER_USER=semblance_owner
        SEMBLANCE_DB_OWNER_PASSWORD=$(secret database-owner)
    else
        read_secret_variable SEMBLANCE_DB_PASSWORD
        read_secret_variable SEMBLANCE_DB_OWNER_PASSWORD
        [[ -n ${SEMBLANCE_DB_PASSWORD:-} ]] || fail "SEMBLANCE_DB_URL is set, but no password for ${SEMBLANCE_DB_USER:-semblance_app}" \
            "set SEMBLANCE_DB_PASSWORD or SEMBLANCE_DB_PASSWORD_FILE"
    fi
}

make_cluster() {
    local new=$DATA/postgres.new password
    as_service rm -rf "$new"
    password=$DATA/secrets/database-admin
    undo rm -rf "$new"
    as_service "$PG_BIN/initdb" --pgdata="$new" --username=postgres --pwfile="$password" \
        --auth=scram-sha-256 --data-checksums --encoding=UTF8 --locale=C.UTF-8 >"$DATA/log/initdb.log" 2>&1 \
        || fail "the database cluster could not be made: $(tail -n 1 "$DATA/log/initdb.log")" "see $DATA/log/initdb.log"
    cluster_settings >"$new/semblance.conf"
    printf "include 'semblance.conf'\ninclude_if_exists 'local.conf'\n" >>"$new/postgresql.conf"
    give_to_service "$new/semblance.conf"
    mv "$new" "$DATA/postgres"
}

# A quarter of a small machine at most; local.conf beside it overrides what is written here.
cluster_settings() {
    local megabytes shared
    megabytes=$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
    shared=$((megabytes / 8))
    ((shared >= 64)) || shared=64
    ((shared <= 2048)) || shared=2048
    cat <<SETTINGS
# Written once by ./semblance up; put your own settings into local.conf.
listen_addresses = '127.0.0.1'
unix_socket_permissions = 0700
max_connections = 100
max_prepared_transactions = 50
shared_buffers = ${shared}MB
effective_cache_size = $((megabytes / 3))MB
maintenance_work_mem = ${shared}MB
work_mem = 8MB
max_wal_size = 1GB
# One log file for each day of the week. Statements may hold personal data, so they are not written.
logging_collector = on
log_checkpoints = off
log_directory = '../log'
log_filename = 'postgres-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_line_prefix = '%m [%p] %q%u@%d '
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
SETTINGS
}

start_postgres() {
    local i
    [[ ! -e $DATA/postgres/postmaster.pid ]] || note "the database was not stopped properly: it recovers by itself"
    settle_port database "${SEMBLANCE_DATABASE_PORT:-}" 5433
    undo stop_postgres
    # Processes of a killed database may hold its memory for a moment more.
    for i in 1 2 3 4 5 6; do
        launch_postgres && return
        grep -q 'shared memory block' "$DATA/log/postgres-start.log" || break
        sleep "$i"
    done
    fail "the database does not start: $(grep -h -E 'FATAL|ERROR|could not' "$DATA/log/postgres-start.log" | tail -n 1)" \
        "see $DATA/log/postgres-start.log and the newest $DATA/log/postgres-*.log"
}

launch_postgres() {
    local sockets=$DATA/run
    # A socket's path may have 107 characters.
    ((${#sockets} <= 85)) || sockets=""
    forget_reused_pid
    as_service env -C "$DATA" "$PG_BIN/pg_ctl" start --pgdata="$DATA/postgres" --wait --timeout="${SEMBLANCE_START_TIMEOUT:-240}" \
        --options="-p $CHOSEN -c unix_socket_directories='$sockets'" >"$DATA/log/postgres-start.log" 2>&1 </dev/null 7>&- 9>&-
}

# After a reboot the number in an old file may be another program's, which PostgreSQL would take for itself.
forget_reused_pid() {
    local file=$DATA/postgres/postmaster.pid pid="" directory
    [[ ! -r $file ]] || read -r pid <"$file" || true
    [[ -n $pid && -d /proc/$pid ]] || return 0
    for directory in /proc/[0-9]*/cwd; do
        [[ $(readlink "$directory") != "$DATA/postgres" ]] || return 0
    done
    rm -f "$file"
}

stop_postgres() {
    [[ -n $(postgres_pid) ]] || return 0
    find_postgres
    as_service env -C "$DATA" "$PG_BIN/pg_ctl" stop --pgdata="$DATA/postgres" --mode=fast --wait --timeout=60 >/dev/null 2>&1 \
        || as_service env -C "$DATA" "$PG_BIN/pg_ctl" stop --pgdata="$DATA/postgres" --mode=immediate --wait >/dev/null 2>&1 \
        || fail "the database does not stop" "end process $(postgres_pid) by hand"
}

# Roles, database and extension in the private cluster; then the schema, here or in your database.
up_schema() {
    local log=$DATA/log/migrate.log
    if [[ $PRIVATE_DATABASE == yes ]]; then
        PGPASSWORD=$(secret database-admin) SEMBLANCE_DB_PASSWORD=$SEMBLANCE_DB_PASSWORD \
            SEMBLANCE_DB_OWNER_PASSWORD=$SEMBLANCE_DB_OWNER_PASSWORD SEMBLANCE_DB_READ_PASSWORD=$(secret database-read) \
            "$PG_BIN/psql" -X -q -h 127.0.0.1 -p "$(remembered_port database)" -U postgres -d postgres \
            -v database=semblance -f "$DATA/app/db-migrations/prepare.sql" >"$log" 2>&1 \
            || fail "the database could not be prepared: $(grep -m 1 -E 'ERROR|error' "$log")" "see $log"
    elif [[ -z ${SEMBLANCE_DB_OWNER_PASSWORD:-} ]]; then
        note "no SEMBLANCE_DB_OWNER_PASSWORD: taking the schema as it is"
        return
    fi
    SEMBLANCE_DB_URL=$SEMBLANCE_DB_URL SEMBLANCE_DB_OWNER_USER=${SEMBLANCE_DB_OWNER_USER:-semblance_owner} \
        SEMBLANCE_DB_OWNER_PASSWORD=$SEMBLANCE_DB_OWNER_PASSWORD \
        as_service "$JAVA" -cp "$DATA/app/db-migrations/*" org.semblance.database.Migrate >>"$log" 2>&1 \
        || fail "the schema could not be brought up to date: $(tail -n 1 "$log")" "see $log"
    printf '%s %s\n' "$(installed_release)" "$SEMBLANCE_DB_URL" >"$DATA/run/schema"
}
