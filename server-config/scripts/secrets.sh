# Secrets are made once, readable by the service user only; none has a default.
# shellcheck shell=bash

# random_text LENGTH CHARACTERS
random_text() {
    local text=""
    while ((${#text} < $1)); do
        text+=$(head -c 512 /dev/urandom | LC_ALL=C tr -dc "$2")
    done
    printf '%s' "${text:0:$1}"
}

# Four groups of four, without letters and digits that look alike: 78 bits, easy to copy from a screen.
readable_password() {
    local letters
    letters=$(random_text 16 'abcdefghjkmnpqrstuvwxyz23456789')
    printf '%s-%s-%s-%s' "${letters:0:4}" "${letters:4:4}" "${letters:8:4}" "${letters:12:4}"
}

# make_secret NAME COMMAND… : the output of the command becomes the secret, unless there is one.
make_secret() {
    local file=$DATA/secrets/$1
    shift
    [[ ! -s $file ]] || return 0
    undo rm -f "$file.new"
    (umask 077 && "$@" >"$file.new")
    [[ -s $file.new ]] || fail "could not make the secret ${file##*/}" "check that the disk is not full"
    give_to_service "$file.new"
    mv -f "$file.new" "$file"
}

make_secrets() {
    make_directory 0700 "$DATA/secrets"
    make_secret database-admin random_text 32 'a-zA-Z0-9'
    make_secret database-owner random_text 32 'a-zA-Z0-9'
    make_secret database-app random_text 32 'a-zA-Z0-9'
    make_secret database-read random_text 32 'a-zA-Z0-9'
    make_secret url-key random_key
    make_secret audit-key random_key
    make_secret sealing-key random_key
    [[ -z ${SEMBLANCE_CLUSTER_BIND:-} ]] || make_cluster_key
    make_first_password
    # Those copied from another server, too, are this one's and nobody else's.
    chmod -R go= "$DATA/secrets"
    give_to_service "$DATA/secrets"
}

# All servers of a cluster have the same: the first one makes it, the others get a copy.
make_cluster_key() {
    make_secret cluster-password random_text 32 'a-zA-Z0-9'
    make_secret cluster-key cluster_key
}

# A key with the certificate that is all its owners trust.
cluster_key() {
    local directory
    directory=$(mktemp -d)
    if "$JAVA_HOME/bin/keytool" -genkeypair -alias cluster -keyalg EC -groupname secp256r1 -validity 36500 -dname CN=semblance \
        -storetype PKCS12 -keystore "$directory/key" -storepass:file "$DATA/secrets/cluster-password" >"$directory/log" 2>&1; then
        cat "$directory/key"
    else
        cat "$directory/log" >&2
    fi
    rm -rf "$directory"
}

random_key() { head -c 32 /dev/urandom | base64 -w 0; }

# The administrator's first password is made once only: the server removes it when it was changed.
make_first_password() {
    [[ ! -e $DATA/secrets/first-password-made ]] || return 0
    make_secret first-password readable_password
    : >"$DATA/secrets/first-password-made"
    give_to_service "$DATA/secrets/first-password-made"
}

secret() { cat "$DATA/secrets/$1"; }

# read_secret_variable NAME : where NAME is not set but NAME_FILE is, NAME becomes the content of that file.
read_secret_variable() {
    local file_variable="$1_FILE"
    [[ -z ${!1:-} && -n ${!file_variable:-} ]] || return 0
    [[ -r ${!file_variable} ]] || fail "cannot read ${!file_variable}, named by $file_variable" "check the path and its permissions"
    printf -v "$1" '%s' "$(<"${!file_variable}")"
}
