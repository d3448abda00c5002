# The options: one table that the parser, the environment and the help share.
# shellcheck shell=bash

# flag | variable | what it is without one | meaning
OPTIONS=(
    "data|SEMBLANCE_DATA|.semblance beside this script|directory that holds everything this installation writes"
    "port|SEMBLANCE_PORT|8080, or the next free port|port of the portal and the API"
    "management-port|SEMBLANCE_MANAGEMENT_PORT|9990, or the next free port|port of health and management, on 127.0.0.1 only"
    "database-port|SEMBLANCE_DATABASE_PORT|5433, or the next free port|port of the private database, on 127.0.0.1 only"
    "bind|SEMBLANCE_BIND|127.0.0.1|address on which the portal and the API listen"
    "cluster-bind|SEMBLANCE_CLUSTER_BIND|none: this server is on its own|address on which the servers of a cluster talk to each other"
    "cluster-port|SEMBLANCE_CLUSTER_PORT|7600, or the next free port|port for that"
    "heap|SEMBLANCE_HEAP|1g|largest heap of the server"
    "user|SEMBLANCE_USER|semblance|system user that runs server and database when root starts them"
    "log-format|SEMBLANCE_LOG_FORMAT|text|text or json"
    "start-timeout|SEMBLANCE_START_TIMEOUT|240|seconds that a start may take"
)

# Only by environment: secrets do not belong on a command line.
VARIABLES=(
    "SEMBLANCE_DB_URL|your own PostgreSQL instead of the private one: jdbc:postgresql://host:port/database"
    "SEMBLANCE_DB_USER|role that works, semblance_app if not set"
    "SEMBLANCE_DB_PASSWORD|its password, or SEMBLANCE_DB_PASSWORD_FILE"
    "SEMBLANCE_DB_OWNER_USER|role that migrates, semblance_owner if not set"
    "SEMBLANCE_DB_OWNER_PASSWORD|its password, or SEMBLANCE_DB_OWNER_PASSWORD_FILE; without one, migrate by hand"
    "JAVA_HOME|the JDK to use, 17 or newer"
    "SEMBLANCE_JAVA_OPTS|more options for the server's Java"
)

# parse_options ARGUMENT… : flags become their variables, the rest goes to ARGUMENTS.
parse_options() {
    local flag value row
    ARGUMENTS=()
    while (($# > 0)); do
        case $1 in
            --)
                shift
                ARGUMENTS+=("$@")
                return
                ;;
            --*)
                flag=${1#--}
                if [[ $flag == *=* ]]; then
                    value=${flag#*=}
                    flag=${flag%%=*}
                else
                    (($# > 1)) || fail "--$flag needs a value" "$0 help" 2
                    value=$2
                    shift
                fi
                row=$(option_row "$flag") || fail "unknown option --$flag" "$0 help lists the options" 2
                printf -v "$(cut -d'|' -f2 <<<"$row")" '%s' "$value"
                ;;
            *) ARGUMENTS+=("$1") ;;
        esac
        shift
    done
}

option_row() {
    local row
    for row in "${OPTIONS[@]}"; do
        [[ $row != "$1|"* ]] || { printf '%s' "$row" && return; }
    done
    return 1
}

check_options() {
    local name
    for name in SEMBLANCE_PORT SEMBLANCE_MANAGEMENT_PORT SEMBLANCE_DATABASE_PORT SEMBLANCE_CLUSTER_PORT; do
        [[ -z ${!name:-} ]] || is_port "${!name}" || fail "$name is ${!name}, which is no port" "give a number from 1024 to 65535" 2
    done
    [[ ${SEMBLANCE_HEAP:-1g} =~ ^[1-9][0-9]*[mMgG]$ ]] || fail "the heap is ${SEMBLANCE_HEAP}, which is no size" "give for instance --heap 2g" 2
    [[ ${SEMBLANCE_LOG_FORMAT:-text} =~ ^(text|json)$ ]] || fail "the log format is ${SEMBLANCE_LOG_FORMAT}" "give text or json" 2
    [[ ${SEMBLANCE_START_TIMEOUT:-240} =~ ^[1-9][0-9]*$ ]] || fail "the start timeout is ${SEMBLANCE_START_TIMEOUT}" "give seconds" 2
    [[ ${SEMBLANCE_BIND:-127.0.0.1} =~ ^[0-9a-zA-Z.:-]+$ ]] || fail "the address is ${SEMBLANCE_BIND}" "give for instance --bind 0.0.0.0" 2
    [[ ${SEMBLANCE_CLUSTER_BIND:-127.0.0.1} =~ ^[0-9a-zA-Z.:-]+$ && ${SEMBLANCE_CLUSTER_BIND:-} != 0.0.0.0 ]] \
        || fail "the address of the cluster is ${SEMBLANCE_CLUSTER_BIND}" "give the one that the other servers reach, for instance --cluster-bind 10.0.0.1" 2
}

is_port() { [[ $1 =~ ^[0-9]{1,5}$ ]] && ((10#$1 >= 1024 && 10#$1 <= 65535)); }

show_options() {
    local row flag variable usual meaning
    for row in "${OPTIONS[@]}"; do
        IFS='|' read -r flag variable usual meaning <<<"$row"
        printf '  --%-24s %-27s %s\n' "$flag VALUE" "$variable" "$meaning"
        printf '  %-26s %-27s (%s)\n' "" "" "$usual"
    done
    printf '\nOnly by environment:\n'
    for row in "${VARIABLES[@]}"; do
        IFS='|' read -r variable meaning <<<"$row"
        printf '  %-30s %s\n' "$variable" "$meaning"
    done
}
