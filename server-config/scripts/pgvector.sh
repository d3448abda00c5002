# pgvector for a distribution that does not package it: built from Debian's own source package of the newest suite.
# shellcheck shell=bash

# The versions before 0.8.4 have defects in their vector index, so the newest suite is asked first.
PGVECTOR_SUITES=(sid forky trixie)

# build_pgvector [DESTDIR] : downloads, builds and installs; leaves neither sources nor changed settings behind.
build_pgvector() {
    local work
    apt install --no-install-recommends gcc make libc6-dev dpkg-dev "postgresql-server-dev-$PG_MAJOR"
    work=$(mktemp -d)
    chmod 755 "$work"
    undo rm -rf "$work"
    fetch_pgvector "$work" || fail "pgvector's source package cannot be had from this machine's Debian mirror" \
        "see $INSTALL_LOG; or install pgvector 0.8.0 or newer for PostgreSQL $PG_MAJOR by hand, then run this again"
    note "building $(cd "$work" && echo pgvector_*.dsc | sed 's/_/ /; s/\.dsc//') for PostgreSQL $PG_MAJOR"
    {
        dpkg-source -x "$work"/pgvector_*.dsc "$work/source"
        make -C "$work/source" -j2 PG_CONFIG="$PG_BIN/pg_config" OPTFLAGS=""
        make -C "$work/source" install PG_CONFIG="$PG_BIN/pg_config" OPTFLAGS="" ${1:+DESTDIR="$1"}
    } >>"$INSTALL_LOG" 2>&1 || fail "pgvector could not be built" "see $INSTALL_LOG"
    rm -rf "$work"
}

# A private apt configuration: own list of sources, own lists; the system's stay as they are.
fetch_pgvector() {
    local work=$1 suite mirror
    local -a private=(
        -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache"
        -o "Debug::NoLocking=true" -o "APT::Sandbox::User=root"
    )
    mirror=$(debian_mirror)
    [[ -n $mirror ]] || return 1
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
    for suite in "${PGVECTOR_SUITES[@]}"; do
        printf 'deb-src %s %s main\n' "$mirror" "$suite" >"$work/sources.list"
        apt_update "${private[@]}" || continue
        (cd "$work" && apt-get -q "${private[@]}" source --download-only --only-source pgvector) >>"$INSTALL_LOG" 2>&1 || continue
        [[ -n $(ls "$work"/pgvector_*.dsc 2>/dev/null) ]] && return
    done
    return 1
}

# The mirror from which this system installs Debian's main archive.
debian_mirror() {
    # The words in $(…) are apt's, not the shell's.
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
        | awk -F '|' '$1 == "Debian" && !found { found = 1; print $2 }'
}
