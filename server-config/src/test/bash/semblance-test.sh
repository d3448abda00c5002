#!/usr/bin/env bash
# Tests of ./semblance that need neither server nor database. Each function whose name is a sentence is one test.
# shellcheck disable=SC2034,SC2317,SC2329 # tests are called by name; variables are read by the parts
set -uo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
# shellcheck source=/dev/null
. "$ROOT/semblance"
set +e

expect() { [[ $1 == "$2" ]] || { printf '    expected "%s", got "%s"\n' "$2" "$1" && exit 1; }; }
expect_in() { [[ $1 == *"$2"* ]] || { printf '    expected "%s" in: %s\n' "$2" "$1" && exit 1; }; }

# What the machine listens on is the test's decision.
listening() {
    local ports=$*
    eval "listening_ports() { printf '%s\n' $ports; }"
}

takes_the_usual_port_when_it_is_free() {
    listening 22 80
    choose_port http "" 8080
    expect "$CHOSEN" 8080
}

takes_the_next_free_port_when_the_usual_one_is_taken() {
    listening 8080 8081 9990
    choose_port http "" 8080
    expect "$CHOSEN" 8082
}

finds_a_port_taken_however_long_the_list_is() {
    listening 8080 $(seq 10000 40000)
    choose_port http "" 8080
    expect "$CHOSEN" 8081
}

keeps_the_port_of_last_time() {
    listening 22
    remember_port http 8123
    choose_port http "" 8080
    expect "$CHOSEN" 8123
}

does_not_take_a_port_that_another_part_remembers() {
    listening 22
    remember_port management 8080
    choose_port http "" 8080
    expect "$CHOSEN" 8081
}

says_when_the_port_of_last_time_is_taken() {
    listening 8123
    remember_port http 8123
    settle_port http "" 8080
    expect "$CHOSEN" 8080
    expect_in "${NOTES[*]}" "port 8123 is taken"
    expect "$(remembered_port http)" 8080
}

refuses_a_wanted_port_that_is_taken() {
    listening 8500
    expect_in "$(choose_port http 8500 8080 2>&1)" "port 8500 is taken"
}

sees_real_listeners() {
    [[ $(listening_ports) =~ ^[0-9[:space:]]*$ ]] || { echo "    not a list of numbers" && exit 1; }
}

reads_options_in_both_forms() {
    parse_options --port 8500 --data=/x/y -f server
    expect "$SEMBLANCE_PORT $SEMBLANCE_DATA ${ARGUMENTS[*]}" "8500 /x/y -f server"
}

lets_a_flag_win_over_the_environment() {
    SEMBLANCE_HEAP=1g
    parse_options --heap 2g
    expect "$SEMBLANCE_HEAP" 2g
}

refuses_unknown_options_with_code_2() {
    expect_in "$(parse_options --nonsense 1 2>&1)" "unknown option --nonsense"
    (parse_options --nonsense 1) 2>/dev/null
    expect $? 2
}

refuses_values_that_make_no_sense() {
    expect_in "$(SEMBLANCE_PORT=80x check_options 2>&1)" "no port"
    expect_in "$(SEMBLANCE_PORT=80 check_options 2>&1)" "no port"
    expect_in "$(SEMBLANCE_HEAP=lots check_options 2>&1)" "no size"
    expect_in "$(SEMBLANCE_CLUSTER_BIND=0.0.0.0 check_options 2>&1)" "address of the cluster"
    expect_in "$(SEMBLANCE_LOG_FORMAT=xml check_options 2>&1)" "log format"
    expect "$(check_options 2>&1)" ""
}

explains_every_option_and_command_in_help() {
    local help row command
    help=$("$ROOT/semblance" help)
    for row in "${OPTIONS[@]}"; do
        expect_in "$help" "--${row%%|*} "
        expect_in "$help" "$(cut -d'|' -f2 <<<"$row")"
    done
    for row in "${VARIABLES[@]}"; do expect_in "$help" "${row%%|*}"; done
    for command in up down status logs packages test bench help; do expect_in "$help" $'\n'"  $command "; done
}

documents_every_option() {
    local text row
    text=$(<"$ROOT/docs/configuration.md")
    for row in "${OPTIONS[@]}"; do expect_in "$text" "$(cut -d'|' -f2 <<<"$row")"; done
    for row in "${VARIABLES[@]}"; do expect_in "$text" "${row%%|*}"; done
    while read -r row; do
        expect_in "$text" "${row#env.}"
    done < <(grep -ohE 'env\.SEMBLANCE_[A-Z_]+' "$ROOT"/server-config/cli/*.cli "$ROOT"/server-config/cli/*/*.cli | sort -u)
}

report() {
    mkdir -p "$WORK/$1/target/surefire-reports"
    printf '%s\n' "$3" >"$WORK/$1/target/surefire-reports/TEST-$2.xml"
}

counts_tests_of_all_modules() {
    report a One '<?xml version="1.0"?><testsuite xmlns:xsi="x" name="One" time="1.5" tests="5" errors="1" skipped="1" failures="1"><properties/></testsuite>'
    report a Two $'<testsuite\n  name="Two"\n  tests="2"\n  errors="0"\n  skipped="0"\n  failures="0">'
    report b Three '<testsuite name="Three" tests="10" errors="0" skipped="0" failures="0"/>'
    local text
    text=$(reports "$WORK"/* | summary 1)
    expect "$(tail -n 1 <<<"$text")" "14 passed, 2 failed, 1 skipped"
    expect_in "$text" "b                       10 passed"
}

leaves_skipped_out_when_there_are_none() {
    report b Three '<testsuite name="Three" tests="10" errors="0" skipped="0" failures="0"/>'
    expect "$(reports "$WORK"/* | summary 0 | tail -n 1)" "10 passed, 0 failed"
}

counts_a_failed_build_without_failed_tests_as_one() {
    expect "$(summary 1 </dev/null | tail -n 1)" "0 passed, 1 failed"
    summary 1 </dev/null >/dev/null
    expect $? 1
}

counts_a_broken_report_as_an_error() {
    report a Broken ''
    expect "$(reports "$WORK"/* | summary 0 | tail -n 1)" "0 passed, 1 failed"
}

ends_with_0_only_when_all_passed() {
    printf '3 0 0 0 a\n' | summary 0 >/dev/null
    expect $? 0
    printf '3 0 1 0 a\n' | summary 0 >/dev/null
    expect $? 1
}

makes_passwords_that_can_be_read_and_differ() {
    local one two
    one=$(readable_password)
    two=$(readable_password)
    [[ $one =~ ^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$ ]] || { echo "    got $one" && exit 1; }
    [[ $one != "$two" ]] || { echo "    twice the same" && exit 1; }
}

makes_a_secret_once_and_for_its_owner_only() {
    mkdir -p "$DATA/secrets"
    make_secret x printf one
    make_secret x printf two
    expect "$(secret x)" one
    expect "$(stat -c %a "$DATA/secrets/x")" 600
}

makes_a_key_for_clusters_only() {
    find_java
    make_directory() { mkdir -p "$2"; }
    make_secrets
    [[ ! -e $DATA/secrets/cluster-key ]] || { echo "    there is one" && exit 1; }
    SEMBLANCE_CLUSTER_BIND=10.0.0.1 make_secrets 2>/dev/null
    expect "$(stat -c %a "$DATA/secrets/cluster-key")" 600
    expect_in "$("$JAVA_HOME/bin/keytool" -list -keystore "$DATA/secrets/cluster-key" -storepass:file "$DATA/secrets/cluster-password" 2>&1)" PrivateKeyEntry
}

keeps_copied_secrets_to_itself() {
    make_directory() { mkdir -p "$2"; }
    mkdir -p "$DATA/secrets"
    printf 'from another server' >"$DATA/secrets/audit-key"
    chmod 644 "$DATA/secrets/audit-key"
    make_secrets
    expect "$(secret audit-key)" "from another server"
    expect "$(stat -c %a "$DATA/secrets/audit-key")" 600
}

reads_a_secret_from_the_file_that_is_named() {
    printf 'hidden\n' >"$WORK/password"
    SEMBLANCE_DB_PASSWORD="" SEMBLANCE_DB_PASSWORD_FILE=$WORK/password
    read_secret_variable SEMBLANCE_DB_PASSWORD
    expect "$SEMBLANCE_DB_PASSWORD" hidden
}

does_not_take_a_reused_process_number_for_its_own() {
    is_process $$ "semblance-test" || { echo "    does not know itself" && exit 1; }
    ! is_process $$ "jboss.server.base.dir" || { echo "    takes any process" && exit 1; }
    ! is_process "" "" || { echo "    takes no process" && exit 1; }
}

undoes_newest_first_and_only_on_failure() {
    expect "$(exec 2>&1; catch_failures; undo echo first; undo echo second; exit 3)" $'second\nfirst'
    expect "$(exec 2>&1; catch_failures; undo echo first; keep; exit 3)" ""
    expect "$(exec 2>&1; catch_failures; undo echo first; exit 0)" ""
}

leaves_no_shell_defects() {
    command -v shellcheck >/dev/null || return 0
    shellcheck "$ROOT/semblance" "$ROOT/.ci/run" "$PARTS"/*.sh "${BASH_SOURCE[0]}" || exit 1
}

failed=0
count=0
for test in $(declare -F | awk '{ print $3 }' | grep -xE '(takes|finds|keeps|does|says|refuses|sees|reads|lets|explains|documents|counts|leaves|ends|makes|undoes)_[a-z0-9_]+'); do
    WORK_OF_ALL=$WORK
    if output=$(WORK=$(mktemp -d "$WORK_OF_ALL/XXXX") && DATA=$WORK/data && mkdir -p "$DATA" && AS_SERVICE=() && is_root() { false; } && "$test" 2>&1); then
        count=$((count + 1))
    else
        failed=$((failed + 1))
        printf '  FAILED %s\n%s\n' "${test//_/ }" "$output"
    fi
done
printf 'Script: %d tests passed, %d failed\n' "$count" "$failed"
((failed == 0))
