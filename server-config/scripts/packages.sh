# What the machine must have: a JDK, PostgreSQL and pgvector. Root on Debian installs what is missing.
# shellcheck shell=bash

OLDEST_JAVA=17
OLDEST_POSTGRES=15
APT_WAIT=(-o DPkg::Lock::Timeout=600)

# java_major JAVA : prints the major version of that java.
java_major() { "$1" -version 2>&1 | awk -F '"' '/ version "/ && !major { major = int($2); print major }'; }

# Sets JAVA and JAVA_HOME to a whole JDK: JAVA_HOME, the one in PATH, or one where Debian puts them.
find_java() {
    local home major
    for home in "${JAVA_HOME:-}" "$(home_of_java)" /usr/lib/jvm/default-java /usr/lib/jvm/*; do
        [[ -x $home/bin/java && -x $home/bin/javac ]] || continue
        major=$(java_major "$home/bin/java")
        ((${major:-0} >= OLDEST_JAVA)) || continue
        export JAVA_HOME=$home
        JAVA=$home/bin/java
        JAVA_MAJOR=$major
        return
    done
    return 1
}

home_of_java() {
    local javac
    javac=$(command -v javac) || return 0
    javac=$(readlink -f "$javac")
    printf '%s' "${javac%/bin/javac}"
}

# Sets PG_BIN and PG_MAJOR: the version of an existing cluster, else the newest one, with pgvector before without.
find_postgres() {
    local bin major with="" without="" wanted=""
    [[ ! -r ${DATA:-}/postgres/PG_VERSION ]] || wanted=$(<"$DATA/postgres/PG_VERSION")
    while read -r bin; do
        [[ -x $bin/initdb && -x $bin/pg_ctl && -x $bin/psql ]] || continue
        major=$("$bin/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
        ((major >= OLDEST_POSTGRES)) || continue
        [[ -z $wanted || $wanted == "$major" ]] || continue
        if [[ -r $(extension_directory "$bin")/vector.control ]]; then with=$bin; else without=$bin; fi
    done < <(ls -dv /usr/lib/postgresql/*/bin 2>/dev/null; pg_config --bindir 2>/dev/null)
    PG_BIN=${with:-$without}
    [[ -n $PG_BIN ]] || return 1
    PG_MAJOR=$("$PG_BIN/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
}

extension_directory() {
    if [[ -x $1/pg_config ]]; then
        printf '%s/extension' "$("$1/pg_config" --sharedir)"
    else
        printf '/usr/share/postgresql/%s/extension' "$(basename "$(dirname "$1")")"
    fi
}

has_pgvector() { [[ -r $(extension_directory "$PG_BIN")/vector.control ]]; }

# What is missing, in words; nothing when all is there.
missing_packages() {
    find_java || say "a JDK $OLDEST_JAVA or newer"
    if ! find_postgres; then
        say "PostgreSQL $OLDEST_POSTGRES or newer with pgvector"
    elif ! has_pgvector; then
        say "pgvector for PostgreSQL $PG_MAJOR"
    fi
}

# need_packages : all there is well; root on Debian installs the rest; anyone else learns what to ask for.
need_packages() {
    local missing
    missing=$(missing_packages)
    if [[ -n $missing ]]; then
        missing=$(paste -sd ';' <<<"$missing" | sed 's/;/, /g')
        command -v apt-get >/dev/null || fail "this machine lacks $missing" "install it with the means of your system, then run this again"
        is_root || fail "this machine lacks $missing" "let an administrator run this one command as root, then run ./semblance up again: $CHECKOUT/semblance packages"
        install_packages
        missing=$(missing_packages | paste -sd ' ')
        [[ -z $missing ]] || fail "this machine still lacks $missing" "see ${INSTALL_LOG}"
    fi
    find_java && find_postgres
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y "${APT_WAIT[@]}" "$@" >>"$INSTALL_LOG" 2>&1 </dev/null \
        || fail "apt-get $1 failed: $(tail -n 1 "$INSTALL_LOG")" "see $INSTALL_LOG"
}

# The lock on apt's lists has no waiting of its own.
apt_update() {
    local i
    for ((i = 0; i < 60; i++)); do
        apt-get -q update "$@" >>"$INSTALL_LOG" 2>&1 </dev/null && return
        [[ $(tail -n 5 "$INSTALL_LOG") == *'Could not get lock'* ]] || return 1
        sleep 5
    done
    return 1
}

install_packages() {
    apt_update || fail "apt-get update failed: $(tail -n 1 "$INSTALL_LOG")" "see $INSTALL_LOG"
    find_java || { note "installing the distribution's JDK" && apt install --no-install-recommends default-jdk-headless; }
    find_postgres || { note "installing the distribution's PostgreSQL" && install_postgres; }
    find_postgres
    has_pgvector || install_pgvector
}

# Without the cluster that Debian's package would make and start by itself.
install_postgres() {
    local quiet=/etc/postgresql-common/createcluster.d/semblance-installs.conf
    apt install --no-install-recommends postgresql-common
    mkdir -p "${quiet%/*}"
    undo rm -f "$quiet"
    printf 'create_main_cluster = false\n' >"$quiet"
    apt install --no-install-recommends postgresql
    rm -f "$quiet"
}

install_pgvector() {
    if [[ $(apt-cache policy "postgresql-$PG_MAJOR-pgvector") =~ Candidate:\ [0-9] ]]; then
        note "installing the distribution's pgvector"
        apt install --no-install-recommends "postgresql-$PG_MAJOR-pgvector"
    else
        build_pgvector
    fi
}
