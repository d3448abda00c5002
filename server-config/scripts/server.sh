# The WildFly of this data directory: its base directory, its environment, its life.
# shellcheck shell=bash

server_pid() {
    local pid=""
    [[ ! -r $DATA/run/server.pid ]] || read -r pid <"$DATA/run/server.pid" || true
    if is_process "$pid" "-Djboss.server.base.dir=$DATA/server "; then printf '%s' "$pid"; fi
}

# How the server's health answers: UP, DOWN, or nothing while it does not.
server_health() {
    local answer
    answer=$(http_get 127.0.0.1 "$(remembered_port management)" /health/ready) || return 0
    [[ ! $answer =~ \"status\"\ *:\ *\"([A-Z]+)\" ]] || printf '%s' "${BASH_REMATCH[1]}"
}

# What the server was started with; when it differs, up restarts the server.
server_settings() {
    {
        installed_release
        printf '%s\n' "$JAVA"
        env | LC_ALL=C grep -E '^SEMBLANCE_' | grep -vE '^SEMBLANCE_(PORT|START_TIMEOUT|DB_OWNER_[A-Z_]*)=' | LC_ALL=C sort
    } | sha256sum | cut -d' ' -f1
}

up_server() {
    local pid wanted=${SEMBLANCE_PORT:-} settings
    pid=$(server_pid)
    settings=$(server_environment && server_settings)
    if [[ -n $pid ]]; then
        if [[ $(cat "$DATA/run/server.settings" 2>/dev/null) == "$settings" && $(server_health) == UP \
            && ${wanted:-$(remembered_port http)} == "$(remembered_port http)" ]]; then
            return
        fi
        note "the running server has other settings or is not well: it is started again"
        stop_server
    elif [[ -e $DATA/run/server.pid ]]; then
        note "the server was not stopped properly: it starts again from what is stored"
    fi
    settle_port http "$wanted" 8080
    settle_port management "${SEMBLANCE_MANAGEMENT_PORT:-}" 9990
    fill_server_directory
    [[ -z ${SEMBLANCE_CLUSTER_BIND:-} ]] || settle_port cluster "${SEMBLANCE_CLUSTER_PORT:-}" 7600
    undo stop_server
    launch_server
    printf '%s\n' "$settings" >"$DATA/run/server.settings"
    await_server
}

# A fresh configuration and the application; what the server stores (transactions) stays, what it derives does not.
fill_server_directory() {
    local base=$DATA/server
    rm -rf "$base/configuration" "$base/deployments" "$base/tmp"
    make_directory 0750 "$base" "$base/configuration" "$base/deployments" "$base/data" "$base/tmp" "$base/tmp/java" "$base/lib" "$base/lib/ext"
    cp "$DATA"/app/server/configuration/* "$base/configuration/"
    chmod 0600 "$base"/configuration/*
    cp --reflink=auto "$DATA/app/semblance.ear" "$base/deployments/"
    give_to_service "$base"
}

# Keys that the application reads (MicroProfile Config) and that the datasources read; your own values win.
server_environment() {
    export SEMBLANCE_DB_URL SEMBLANCE_DB_PASSWORD SEMBLANCE_DB_USER=${SEMBLANCE_DB_USER:-semblance_app}
    export SEMBLANCE_DATA_DIRECTORY=$DATA
    export SEMBLANCE_MODELS_DIRECTORY=${SEMBLANCE_MODELS_DIRECTORY:-$DATA/models}
    export SEMBLANCE_IMAGES_DIRECTORY=${SEMBLANCE_IMAGES_DIRECTORY:-$DATA/images}
    export SEMBLANCE_IMPORT_DIRECTORY=${SEMBLANCE_IMPORT_DIRECTORY:-$DATA/import}
    export SEMBLANCE_EXPORT_DIRECTORY=${SEMBLANCE_EXPORT_DIRECTORY:-$DATA/exports}
    export SEMBLANCE_SECURITY_URL_KEY_FILE=${SEMBLANCE_SECURITY_URL_KEY_FILE:-$DATA/secrets/url-key}
    export SEMBLANCE_SECURITY_SEALING_KEY_FILE=${SEMBLANCE_SECURITY_SEALING_KEY_FILE:-$DATA/secrets/sealing-key}
    export SEMBLANCE_AUDIT_KEY_FILE=${SEMBLANCE_AUDIT_KEY_FILE:-$DATA/secrets/audit-key}
    export SEMBLANCE_AUDIT_ANCHOR_FILE=${SEMBLANCE_AUDIT_ANCHOR_FILE:-$DATA/audit/anchors}
    export SEMBLANCE_SECURITY_FIRST_PASSWORD_FILE=${SEMBLANCE_SECURITY_FIRST_PASSWORD_FILE:-$DATA/secrets/first-password}
    if [[ -n ${SEMBLANCE_CLUSTER_BIND:-} ]]; then
        export SEMBLANCE_CLUSTER_KEY_FILE=${SEMBLANCE_CLUSTER_KEY_FILE:-$DATA/secrets/cluster-key}
        export SEMBLANCE_CLUSTER_KEY_PASSWORD=${SEMBLANCE_CLUSTER_KEY_PASSWORD:-$(secret cluster-password)}
    fi
    export SEMBLANCE_BIND=${SEMBLANCE_BIND:-127.0.0.1} SEMBLANCE_HEAP=${SEMBLANCE_HEAP:-1g} SEMBLANCE_LOG_FORMAT=${SEMBLANCE_LOG_FORMAT:-text}
    # What only a migration needs is none of the server's business.
    export -n SEMBLANCE_DB_OWNER_PASSWORD SEMBLANCE_DB_OWNER_USER
}

# The openings into the JDK that this very WildFly asks for.
module_options() {
    # shellcheck source=/dev/null
    (
        set +eu
        GREP='grep'
        . "$DATA/app/server/bin/common.sh"
        setDefaultModularJvmOptions
        setSecurityManagerDefault
        printf '%s %s' "$DEFAULT_MODULAR_JVM_OPTIONS" "$SECURITY_MANAGER_CONFIG_OPTION"
    )
}

java_options() {
    local text=true json=false
    [[ $SEMBLANCE_LOG_FORMAT != json ]] || { text=false && json=true; }
    # Pictures of cameras and telephones are larger than half a region of the usual size, which costs a collection each;
    # those of telephones than half of these, too, and while they are decoded the heap would be marked without end.
    JAVA_OPTIONS=(
        -XX:G1HeapRegionSize=8m -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=60
        -Xms128m "-Xmx$SEMBLANCE_HEAP" -XX:MaxMetaspaceSize=512m -XX:+ExitOnOutOfMemoryError -XX:-HeapDumpOnOutOfMemoryError
        -Djava.awt.headless=true -Djava.net.preferIPv4Stack=true -Dfile.encoding=UTF-8 "-Djava.io.tmpdir=$DATA/server/tmp/java"
    )
    # Before Java 22 nothing is collected while a JPEG is being read or written, and a thread that needs memory meanwhile
    # gives up after two collections that others were quicker to profit by: out of memory in a heap that is half empty.
    ((JAVA_MAJOR >= 22)) || JAVA_OPTIONS+=(-XX:+UnlockDiagnosticVMOptions -XX:GCLockerRetryAllocationCount=1000)
    # ONNX Runtime loads a native library; the server's security library uses what a later JDK will take away.
    ((JAVA_MAJOR < 22)) || JAVA_OPTIONS+=(--enable-native-access=ALL-UNNAMED)
    ((JAVA_MAJOR < 24)) || JAVA_OPTIONS+=(--sun-misc-unsafe-memory-access=allow)
    # Both are lists of words.
    # shellcheck disable=SC2206,SC2207
    JAVA_OPTIONS+=($(module_options) ${SEMBLANCE_JAVA_OPTS:-})
    JAVA_OPTIONS+=(
        "-Djboss.home.dir=$DATA/app/server" "-Djboss.server.base.dir=$DATA/server" "-Djboss.server.log.dir=$DATA/log"
        "-Dorg.jboss.boot.log.file=$DATA/log/server.log" "-Dlogging.configuration=file:$DATA/server/configuration/boot-logging.properties"
        "-Dsemblance.log.text=$text" "-Dsemblance.log.json=$json" "-Djboss.node.name=${SEMBLANCE_NODE:-semblance}"
        "-Djboss.http.port=$(remembered_port http)" "-Djboss.management.http.port=$(remembered_port management)"
        "-Djboss.bind.address=$SEMBLANCE_BIND" -Djboss.bind.address.management=127.0.0.1
        -Dorg.wildfly.sigterm.suspend.timeout=15
    )
    [[ -z ${SEMBLANCE_CLUSTER_BIND:-} ]] || JAVA_OPTIONS+=(
        "-Dsemblance.cluster.bind=$SEMBLANCE_CLUSTER_BIND" "-Dsemblance.cluster.port=$(remembered_port cluster)"
    )
}

server_configuration() {
    if [[ -n ${SEMBLANCE_CLUSTER_BIND:-} ]]; then printf standalone-cluster.xml; else printf standalone.xml; fi
}

launch_server() {
    (
        server_environment
        java_options
        cd "$DATA/server" || exit 1
        export HOME=$DATA
        setsid "${AS_SERVICE[@]}" "$JAVA" "${JAVA_OPTIONS[@]}" -jar "$DATA/app/server/jboss-modules.jar" -mp "$DATA/app/server/modules" \
            org.jboss.as.standalone "--read-only-server-config=$(server_configuration)" &
        printf '%s\n' "$!" >"$DATA/run/server.pid"
    ) >"$DATA/log/server-start.log" 2>&1 </dev/null 7>&- 9>&-
}

await_server() {
    local limit=${SEMBLANCE_START_TIMEOUT:-240} deadline
    deadline=$((SECONDS + limit))
    sleep 1
    while ((SECONDS < deadline)); do
        [[ -n $(server_pid) ]] || server_failed "the server ended while it was starting"
        [[ ! -e $DATA/server/deployments/semblance.ear.failed ]] || server_failed "the application could not be deployed"
        [[ ! -e $DATA/server/deployments/semblance.ear.deployed ]] || ! has_booted || [[ $(server_health) != UP ]] || return 0
        sleep 0.5
    done
    server_failed "the server is not ready after $limit s"
}

# Health that is asked too early says DOWN, and writes that into the log as a warning.
has_booted() {
    awk '/WFLYSRV0049/ { booted = 0 } /WFLYSRV002[56]/ { booted = 1 } END { exit !booted }' "$DATA/log/server.log"
}

# The errors since this start began, without their stack traces, then the last lines.
server_failed() {
    local log=$DATA/log/server.log
    {
        printf '\n\nErrors in %s:\n' "$log"
        awk '/WFLYSRV0049/ { n = 0 } / (ERROR|FATAL) |"(ERROR|FATAL)"/ { line[n++] = $0 } END { for (i = 0; i < n && i < 8; i++) print line[i] }' "$log"
        printf '\nThe last lines:\n'
        tail -q -n 10 "$log" "$DATA/log/server-start.log"
    } 2>/dev/null | cut -c1-400 >&2
    fail "$1" "see $log; health: http://127.0.0.1:$(remembered_port management)/health"
}

stop_server() {
    local pid
    pid=$(server_pid)
    if [[ -n $pid ]]; then
        kill -TERM "$pid" 2>/dev/null || true
        if ! await_end "$pid" 60; then
            note "the server did not stop within 60 s: it was ended by force"
            kill -KILL "$pid" 2>/dev/null || true
            await_end "$pid" 10 || fail "process $pid does not end" "end it by hand"
        fi
    fi
    rm -f "$DATA/run/server.pid" "$DATA/run/server.settings"
}
