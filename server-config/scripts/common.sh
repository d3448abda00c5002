# Shared by all parts: how progress is shown, how a failure ends, how a command runs as the service user.
# shellcheck shell=bash

NOTES=()
UNDO=()
CURRENT_STEP=""
TICKER=""
SAID_WHY=""
FAILED_AT=""

say() { printf '%s\n' "$*"; }

# A remark of the running step; shown under its line.
note() { NOTES+=("$*"); }

# fail WHAT [REMEDY] [EXIT CODE]
fail() {
    SAID_WHY=yes
    stop_ticker
    [[ -z $CURRENT_STEP ]] || printf '\n' >&2
    printf 'semblance: %s\n' "$1" >&2
    [[ -z ${2:-} ]] || printf 'What to do: %s\n' "$2" >&2
    exit "${3:-1}"
}

# step LABEL COMMAND… : runs the command in this shell and shows how long it took.
step() {
    local label=$1 started=$SECONDS
    shift
    CURRENT_STEP=$label
    printf '  %-52s' "$label"
    start_ticker "$label" "$started"
    "$@"
    stop_ticker
    printf '%5d s\n' "$((SECONDS - started))"
    ((${#NOTES[@]} == 0)) || printf '      %s\n' "${NOTES[@]}"
    NOTES=()
    CURRENT_STEP=""
}

# On a terminal the elapsed seconds count up while a step works.
start_ticker() {
    [[ -t 1 ]] || return 0
    (
        trap - EXIT INT TERM
        while sleep 1; do printf '\r  %-52s%5d s' "$1" "$((SECONDS - $2))"; done
    ) &
    TICKER=$!
}

stop_ticker() {
    [[ -n $TICKER ]] || return 0
    kill "$TICKER" 2>/dev/null || true
    wait "$TICKER" 2>/dev/null || true
    TICKER=""
    printf '\r  %-52s' "$CURRENT_STEP"
}

# undo COMMAND… : to be run, newest first, should this run fail or be interrupted.
undo() { UNDO+=("$(printf '%q ' "$@")"); }

# What was begun is whole now: nothing of it is to be undone any more.
keep() { UNDO=(); }

finish() {
    local code=$? i
    trap '' INT TERM
    set +e
    # The command that was running may have sent its own output to a file.
    exec >&7 2>&7
    stop_ticker
    if ((code != 0)); then
        for ((i = ${#UNDO[@]} - 1; i >= 0; i--)); do eval "${UNDO[i]}"; done
        [[ -n $SAID_WHY || -z $CURRENT_STEP ]] \
            || printf '\nsemblance: could not finish "%s": %s\nWhat to do: see the messages above and the files in %s\n' \
                "$CURRENT_STEP" "$FAILED_AT" "$DATA/log" >&2
    fi
    exit "$code"
}

interrupted() {
    SAID_WHY=yes
    printf '\nsemblance: interrupted; undoing what was half made\n' >&7
    exit 130
}

# Descriptor 7 is where this run talks to its caller, 9 its lock: what is started to stay gets neither.
catch_failures() {
    exec 7>&2
    set -o errtrace
    trap 'FAILED_AT="$BASH_COMMAND (${BASH_SOURCE[0]##*/}, line $LINENO)"' ERR
    trap finish EXIT
    trap interrupted INT TERM
}

is_root() { ((EUID == 0)); }

# as_service COMMAND… : as the service user when root runs this script, else as the caller. Exported variables travel along.
as_service() { "${AS_SERVICE[@]}" "$@"; }

settle_service_user() {
    AS_SERVICE=()
    is_root || return 0
    SERVICE_USER=${SEMBLANCE_USER:-semblance}
    if ! id "$SERVICE_USER" >/dev/null 2>&1; then
        useradd --system --user-group --no-create-home --home-dir / --shell /usr/sbin/nologin "$SERVICE_USER" \
            || fail "the system user $SERVICE_USER could not be made" "make it yourself, or name another one with --user"
    fi
    (($(id -u "$SERVICE_USER") != 0)) || fail "the service user must not be root" "name another one with --user"
    SERVICE_GROUP=$(id -gn "$SERVICE_USER")
    AS_SERVICE=(setpriv --reuid "$SERVICE_USER" --regid "$SERVICE_GROUP" --init-groups --)
}

# make_directory MODE PATH… : made for the service user.
make_directory() {
    local mode=$1
    shift
    if is_root; then
        install -d -m "$mode" -o "$SERVICE_USER" -g "$SERVICE_GROUP" "$@"
    else
        install -d -m "$mode" "$@"
    fi
}

give_to_service() {
    ! is_root || chown -R "$SERVICE_USER:$SERVICE_GROUP" "$@"
}

# One run at a time per data directory; the lock ends with this process, whatever ends it.
lock_data() {
    exec 9>"$DATA/run/lock"
    flock -n 9 && return
    say "Another ./semblance is working on $DATA: waiting for it."
    flock -w 900 9 || fail "another ./semblance still works on $DATA" "wait for it to end, or end it, and run this again"
}

# http_get HOST PORT PATH : prints status line, headers and body; needs no curl.
http_get() {
    (
        exec 3<>"/dev/tcp/$1/$2" || exit 1
        printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$3" "$1" >&3
        timeout 5 cat <&3
    ) 2>/dev/null
}

# is_process PID TEXT : whether this very process lives and its command line holds the text (a reused id does not).
is_process() {
    [[ -n $1 && -r /proc/$1/cmdline && $(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null) == *"$2"* ]]
}

# await_end PID SECONDS : waits until the process is gone.
await_end() {
    local i
    for ((i = 0; i < $2 * 5; i++)); do
        [[ -d /proc/$1 ]] || return 0
        sleep 0.2
    done
    return 1
}
