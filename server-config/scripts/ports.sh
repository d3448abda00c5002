# Which ports this installation uses: asked for, remembered from the last start, or the first free one.
# shellcheck shell=bash

# Ports on which anything listens, one per line.
listening_ports() {
    local address
    awk '$4 == "0A" { sub(/.*:/, "", $2); print $2 }' /proc/net/tcp /proc/net/tcp6 2>/dev/null | sort -u | while read -r address; do
        printf '%d\n' "0x$address"
    done
}

# The list is read to its end: a pipe closed early would count as an error, and so as a free port.
port_is_free() { ! grep -qx "$1" <<<"$(listening_ports)"; }

remembered_port() {
    [[ ! -r $DATA/ports ]] || sed -n "s/^$1=//p" "$DATA/ports"
}

remember_port() {
    local file=$DATA/ports
    { [[ ! -r $file ]] || grep -v "^$1=" "$file" || true; printf '%s=%s\n' "$1" "$2"; } >"$file.new"
    mv -f "$file.new" "$file"
}

# choose_port NAME WANTED DEFAULT : sets CHOSEN, the port for a component that is not running.
choose_port() {
    local name=$1 wanted=$2 remembered taken
    CHOSEN=$3
    if [[ -n $wanted ]]; then
        port_is_free "$wanted" || fail "port $wanted is taken by another program" \
            "free it, give another one, or leave the option out to take the next free port"
        CHOSEN=$wanted
        return
    fi
    remembered=$(remembered_port "$name")
    if [[ -n $remembered ]] && port_is_free "$remembered"; then
        CHOSEN=$remembered
        return
    fi
    taken=$(listening_ports && { [[ ! -r $DATA/ports ]] || sed -n "/^$name=/!s/^[a-z]*=//p" "$DATA/ports"; })
    while grep -qx "$CHOSEN" <<<"$taken"; do ((CHOSEN += 1)); done
}

# settle_port NAME WANTED DEFAULT : chooses, remembers, and says so when it is not the one of last time.
settle_port() {
    local before
    before=$(remembered_port "$1")
    choose_port "$@"
    [[ -z $before || $before == "$CHOSEN" || -n $2 ]] || note "port $before is taken by another program: using $CHOSEN"
    remember_port "$1" "$CHOSEN"
}
