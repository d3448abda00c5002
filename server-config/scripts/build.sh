# From sources to an installed release: built in the checkout, copied whole into the data directory.
# shellcheck shell=bash

APPLICATION=ear/target/semblance.ear
SERVER=server-config/target/server
MIGRATIONS=db-migrations/target/migrate-lib

# The first source file that is newer than the application; generated files do not count.
changed_source() {
    (
        cd "$CHECKOUT" || exit
        find . -mindepth 1 \
            \( -name target -o -name node_modules -o -name '.*' ! -name .mvn -o -path ./docs -o -path ./bench \
            -o -path '*/src/test' -o -path '*/frontend/generated' -o -path '*/main/bundles' -o -path '*/frontend/index.html' \) -prune \
            -o -type f \( -path '*/src/*' -o -name pom.xml -o -name '*.cli' -o -path './.mvn/*' \) \
            -newer "$APPLICATION" -print -quit
    )
}

is_built() {
    [[ -f $CHECKOUT/$APPLICATION && -f $CHECKOUT/$SERVER/jboss-modules.jar && -d $CHECKOUT/$MIGRATIONS ]] \
        && [[ -z $(changed_source) ]]
}

build_release() {
    local log=$CHECKOUT/target/build.log started
    ! is_built || return 0
    mkdir -p "$CHECKOUT/target" 2>/dev/null || true
    [[ -w $CHECKOUT/target ]] || fail "the application must be built, but $CHECKOUT is not yours to write" "build it as its owner (./mvnw package), or use your own copy"
    exec 8>"$CHECKOUT/target/build.lock"
    flock -w 1800 8 || fail "another build of $CHECKOUT still runs" "wait for it to end, and run this again"
    ! is_built || return 0
    started=$(mktemp "$CHECKOUT/target/started.XXXXXX")
    undo rm -f "$started"
    run_maven "$log" package -pl ear,server-config,db-migrations,models -am -DskipTests \
        -Dspotless.check.skip=true -Dcheckstyle.skip=true "$(provisioning_flag)" \
        || fail "the application could not be built: $(first_error "$log")" "see $log"
    server_fingerprint >"$CHECKOUT/server-config/target/fingerprint"
    # As old as the beginning of the build: a source changed meanwhile counts as newer.
    touch -r "$started" "$CHECKOUT/$APPLICATION"
    rm -f "$started"
    exec 8>&-
}

# The first error that names a source file, else the first one, else the last line.
first_error() { grep -m 1 -E '^\[ERROR\] .*:\[[0-9]' "$1" || grep -m 1 '^\[ERROR\]' "$1" || tail -n 1 "$1"; }

# run_maven LOG ARGUMENT… : without the network where the local repository has everything, else with it.
run_maven() {
    local log=$1
    shift
    (cd "$CHECKOUT" && ./mvnw -B -q -o "$@") >"$log" 2>&1 </dev/null 7>&- 9>&- && return
    grep -qiE 'offline|not been downloaded|Failed to fetch|No such file' "$log" || return 1
    note "downloading what the build needs"
    (cd "$CHECKOUT" && ./mvnw -B -q "$@") >"$log" 2>&1 </dev/null 7>&- 9>&-
}

# Provisioning takes half a minute; what it is made from seldom changes.
provisioning_flag() {
    local known=$CHECKOUT/server-config/target/fingerprint same=false
    [[ ! -f $known || ! -f $CHECKOUT/$SERVER/jboss-modules.jar || $(<"$known") != "$(server_fingerprint)" ]] || same=true
    printf -- '-Dwildfly.package.skip=%s' "$same"
}

server_fingerprint() {
    (cd "$CHECKOUT" && cat pom.xml server-config/pom.xml && find server-config/cli server-config/src/main -type f | LC_ALL=C sort | xargs cat) \
        | sha256sum | cut -d' ' -f1
}

# What a release is made of, as one number.
release_id() {
    (
        cd "$CHECKOUT" || exit
        cat "$APPLICATION" "$MIGRATIONS"/*.jar server-config/target/configuration/*
        find "$SERVER/modules" "$SERVER/bin" -type f -printf '%P %s\n' | LC_ALL=C sort
        [[ ! -d models/target ]] || find models/target -maxdepth 1 -name '*.jar' -exec cat {} +
    ) | sha256sum | cut -c1-16
}

installed_release() { [[ ! -r $DATA/app/release ]] || cat "$DATA/app/release"; }

# The copy in the data directory never depends on the checkout: it is made beside the old one and takes its place at once.
install_release() {
    local new=$DATA/app.new old=$DATA/app.old id
    id=$(release_id)
    [[ $(installed_release) != "$id" ]] || return 0
    rm -rf "$new" "$old"
    undo rm -rf "$new"
    mkdir -p "$new/server" "$new/db-migrations"
    cp -a --reflink=auto "$CHECKOUT/$SERVER"/{bin,modules,jboss-modules.jar} "$new/server/"
    cp -a "$CHECKOUT/server-config/target/configuration" "$new/server/"
    cp --reflink=auto "$CHECKOUT/$APPLICATION" "$new/semblance.ear"
    cp "$CHECKOUT/$MIGRATIONS"/*.jar "$new/db-migrations/"
    extract "$new/db-migrations/db-migrations.jar" "$new/db-migrations" org/semblance/database/prepare.sql
    mv "$new/db-migrations/org/semblance/database/prepare.sql" "$new/db-migrations/prepare.sql"
    rm -rf "$new/db-migrations/org"
    install_libraries "$new"
    printf '%s\n' "$id" >"$new/release"
    chmod -R u+rwX,go+rX,go-w "$new"
    stop_server
    [[ ! -d $DATA/app ]] || mv "$DATA/app" "$old"
    mv "$new" "$DATA/app"
    rm -rf "$old"
    install_models
}

# What the application is made of, once more as a class path, for what runs without the server.
install_libraries() {
    local new=$1 module
    extract "$new/semblance.ear" "$new" ejb-module.jar lib
    mv "$new/ejb-module.jar" "$new/lib/"
    for module in com/microsoft/onnxruntime org/postgresql system/layers/base/org/jboss/logging \
        system/layers/base/jakarta/json/api system/layers/base/org/eclipse/parsson; do
        cp "$new/server/modules/$module/main"/*.jar "$new/lib/"
    done
}

# extract JAR DIRECTORY PATH…
extract() {
    local jar=$1 directory=$2
    shift 2
    (cd "$directory" && "$JAVA_HOME/bin/jar" --extract --file "$jar" "$@")
}

# The packs of the release and its catalogue, beside what was added by hand; each replaces its older self.
install_models() {
    local jar work pack name
    [[ -d $CHECKOUT/models/target ]] || return 0
    jar=$(find "$CHECKOUT/models/target" -maxdepth 1 -name 'models-*.jar' ! -name '*-sources.jar' -print -quit)
    [[ -n $jar ]] || return 0
    work=$DATA/models.new
    rm -rf "$work"
    undo rm -rf "$work"
    mkdir -p "$work"
    extract "$jar" "$work" packs catalogue
    for pack in "$work"/packs/*/; do
        [[ -f $pack/pack.yaml ]] || continue
        name=$(basename "$pack")
        give_to_service "$pack"
        rm -rf "$DATA/models/$name"
        mv "$pack" "$DATA/models/$name"
    done
    mkdir -p "$DATA/models/catalogue"
    cp "$work"/catalogue/*.yaml "$DATA/models/catalogue/"
    give_to_service "$DATA/models/catalogue"
    rm -rf "$work"
}
