# Model packs from the command line: the same library as the server's, on the same directory.
# shellcheck shell=bash

models() {
    local command=${1:-help} source=${2:-}
    [[ -r $DATA/app/release ]] || fail "there is no installation in $DATA" "run ./semblance up first"
    find_java || fail "there is no JDK $OLDEST_JAVA or newer" "run ./semblance packages as root"
    settle_service_user
    reach_database
    server_environment
    case $command in
        # Pictures and reports belong to whoever asks, who may read them; the service user may not.
        evaluate) AS_SERVICE=() && run_models "${TMPDIR:-/tmp}" "$@" </dev/null ;;
        install)
            if [[ -f $source ]]; then
                shift 2
                run_models /tmp install - "$@" <"$source"
            else
                run_models /tmp "$@" </dev/null
            fi
            ;;
        *) run_models /tmp "$@" </dev/null ;;
    esac
}

# run_models TEMPORARY COMMAND… : the engine unpacks itself and leaves the directory behind, so it gets one that goes.
run_models() {
    local scratch code=0
    scratch=$(as_service mktemp -d -p "$1")
    shift
    undo rm -rf "$scratch"
    as_service "$JAVA" -Xmx"$SEMBLANCE_HEAP" -Djava.awt.headless=true -Duser.name="${SUDO_USER:-$(id -un)}" \
        "-Djava.io.tmpdir=$scratch" -cp "$DATA/app/lib/*" org.semblance.models.console.ModelsCommand "$@" || code=$?
    rm -rf "$scratch"
    return "$code"
}

# How the application reaches its database, if that runs; nothing is started for this.
reach_database() {
    [[ -z ${SEMBLANCE_DB_URL:-} ]] || { read_secret_variable SEMBLANCE_DB_PASSWORD && return; }
    [[ -n $(postgres_pid) && -r $DATA/secrets/database-app ]] || return 0
    SEMBLANCE_DB_URL=jdbc:postgresql://127.0.0.1:$(remembered_port database)/semblance
    SEMBLANCE_DB_PASSWORD=$(secret database-app)
}
