# What is running, and what it says.
# shellcheck shell=bash

STOPPED=3

show_status() {
    local database server health code=0
    [[ ! -d $DATA || -x $DATA ]] || fail "$DATA is not yours to read" "run this as its owner or as root"
    [[ -d $DATA/run ]] || { say "Semblance has not been started with $DATA" && return "$STOPPED"; }
    server=$(server_pid)
    database=$(postgres_pid)
    health=$([[ -z $server ]] || server_health)
    if [[ -n $server && $health == UP ]]; then
        say "server    running (process $server), ready: $(portal_url)"
    elif [[ -n $server ]]; then
        say "server    running (process $server), not ready: health says ${health:-nothing} (http://127.0.0.1:$(remembered_port management)/health)"
        code=$STOPPED
    else
        say "server    stopped$([[ ! -e $DATA/run/server.pid ]] || printf ', and not properly: ./semblance up recovers it')"
        code=$STOPPED
    fi
    if [[ ! -d $DATA/postgres ]]; then
        say "database  yours (SEMBLANCE_DB_URL)"
    elif [[ -n $database ]]; then
        say "database  running (process $database) on 127.0.0.1:$(remembered_port database)"
    else
        say "database  stopped$([[ ! -e $DATA/postgres/postmaster.pid ]] || printf ', and not properly: ./semblance up recovers it')"
        code=$STOPPED
    fi
    say "release   $(installed_release)"
    say "data      $DATA"
    return "$code"
}

portal_url() {
    local host=${SEMBLANCE_BIND:-127.0.0.1}
    [[ $host != 0.0.0.0 ]] || host=$(hostname)
    printf 'http://%s:%s/' "$host" "$(remembered_port http)"
}

show_access() {
    say ""
    say "Semblance is running: $(portal_url)"
    if [[ -s $DATA/secrets/first-password ]]; then
        say "  administrator:      admin"
        say "  one-time password:  $(secret first-password)"
        say "  You choose your own when you sign in."
    else
        say "  Sign in as admin with the password that you chose, or as yourself."
    fi
    say "  logs: ./semblance logs -f     stop: ./semblance down"
}

# show_logs [-f] [server|database|build]
show_logs() {
    local follow="" name=server argument file
    for argument in "$@"; do
        case $argument in
            -f) follow=yes ;;
            server | database | build) name=$argument ;;
            *) fail "logs knows no $argument" "./semblance logs [-f] [server|database|build]" 2 ;;
        esac
    done
    case $name in
        server) file=$DATA/log/server.log ;;
        database) file=$(find "$DATA/log" -name 'postgres-???.log' -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -n 1 | cut -d' ' -f2-) ;;
        build) file=$CHECKOUT/target/build.log ;;
    esac
    [[ -n $file && -r $file ]] || fail "there is no $name log yet" "start with ./semblance up"
    exec tail -n 200 ${follow:+-F} "$file"
}
