# ./semblance test: everything that must hold, with one line at the end that a machine can read.
# shellcheck shell=bash

# run_tests [--screenshots] [ARG…] : with pictures of every view where they are asked for, else everything.
run_tests() {
    if [[ ${1:-} == --screenshots ]]; then
        shift
        run_one PortalScreenshotsIT -Dsemblance.screenshots=true "$@"
        say "Screenshots: $CHECKOUT/ear/target/screenshots, those of the guide: $CHECKOUT/docs/images/portal"
    else
        run_maven_tests "$@"
    fi
}

# run_one TEST [ARG…] : a test of the built application that runs only when asked for.
run_one() {
    local name=$1
    shift
    run_maven_tests -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
        "-Dit.test=$name" -Dfailsafe.failIfNoSpecifiedTests=false "$@"
}

run_maven_tests() {
    local code=0
    INSTALL_LOG=$CHECKOUT/target/packages.log
    mkdir -p "$CHECKOUT/target"
    need_packages
    need_browser
    # Whatever a test leaves running inherits this mark, by which it is found and ended.
    SEMBLANCE_TEST_RUN=$$-$(random_text 12 a-z0-9)
    export SEMBLANCE_TEST_RUN
    trap 'end_leftovers' EXIT
    trap 'exit 130' INT TERM
    rm -rf "$CHECKOUT"/*/target/{surefire,failsafe}-reports
    (cd "$CHECKOUT" && ./mvnw -B --fail-at-end verify "$@") || code=$?
    show_summary "$code"
}

need_browser() {
    find_browser && return
    if is_root && command -v apt-get >/dev/null; then
        say "Installing Chromium for the browser tests"
        apt_update && apt install --no-install-recommends chromium
    fi
    find_browser || fail "the browser tests need Chromium" "let an administrator run: apt-get install chromium"
}

find_browser() {
    local name
    for name in chromium chromium-browser google-chrome; do
        ! command -v "$name" >/dev/null || return 0
    done
    return 1
}

end_leftovers() {
    local environment pid
    for environment in /proc/[0-9]*/environ; do
        pid=${environment#/proc/}
        pid=${pid%/environ}
        if [[ $pid != "$$" ]] && grep -qzxF "SEMBLANCE_TEST_RUN=$SEMBLANCE_TEST_RUN" "$environment" 2>/dev/null; then
            kill -KILL "$pid" 2>/dev/null || true
        fi
    done
}

# reports MODULE-DIRECTORY… : prints "tests errors failures skipped module" for each report of JUnit in them.
reports() {
    local module report
    for module in "$@"; do
        for report in "$module"/target/{surefire,failsafe}-reports/TEST-*.xml; do
            [[ ! -f $report ]] || printf '%s %s\n' "$(report_counts "$report")" "$(basename "$module")"
        done
    done
}

# The numbers in the first <testsuite> element, which may span several lines; a broken report counts as an error.
report_counts() {
    awk -v RS='>' '
        function number(name) { return match($0, "[ \n]" name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
        /<testsuite[ \n]/ { print number("tests"), number("errors"), number("failures"), number("skipped"); found = 1; exit }
        END { if (!found) print 1, 1, 0, 0 }' "$1"
}

# summary CODE : reads reports from standard input, prints a line for each module and the last line.
summary() {
    awk -v code="$1" '
        { passed[$5] += $1 - $2 - $3 - $4; failed[$5] += $2 + $3; skipped[$5] += $4
          p += $1 - $2 - $3 - $4; f += $2 + $3; s += $4 }
        END {
            for (m in passed) printf "  %-20s %5d passed %5d failed %5d skipped\n", m, passed[m], failed[m], skipped[m] | "sort"
            close("sort")
            if (code != 0 && f == 0) { f = 1; print "  The build failed outside of the tests: see the errors above." }
            printf("%d passed, %d failed%s\n", p, f, (s > 0) ? ", " s " skipped" : "")
            exit (f > 0)
        }'
}

show_summary() {
    printf '\n'
    reports "$CHECKOUT"/*/ | summary "$1"
}
