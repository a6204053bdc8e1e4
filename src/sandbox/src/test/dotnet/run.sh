#!/usr/bin/env bash
# Runs .NET programs, written as eSign's documentation describes a client, against the sandbox.
# Usage: run.sh [JAR]     JAR: the sandbox's, by default target/esign-sandbox.jar of this module
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
module=$(cd "$here/../../.." && pwd)
jar=${1:-$module/target/esign-sandbox.jar}
document=$module/../../docs/samples/purchase-agreement.docx

fail() {
    printf '%s\n' "$*" >&2
    exit 2
}

for tool in mcs mono; do
    command -v "$tool" >/dev/null || fail "$tool is missing. On Debian: apt-get install mono-mcs mono-runtime" \
        "libmono-system-web-extensions4.0-cil libmono-system-runtime-serialization4.0-cil"
done
[ -f "$jar" ] || fail "There is no $jar. Build it with: ./mvnw package -DskipTests -pl src/sandbox -am"
[ -f "$document" ] || fail "There is no $document."

work=$(mktemp -d)
sandbox=
finish() {
    if [ -n "$sandbox" ]; then
        kill "$sandbox" 2>/dev/null || true
        wait "$sandbox" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

mcs -nologo -warnaserror -out:"$work/flow.exe" -r:System.Web.Extensions.dll -r:System.Runtime.Serialization.dll "$here"/*.cs ||
    fail "The programs don't compile. If a library is missing, on Debian: apt-get install" \
        "libmono-system-web-extensions4.0-cil libmono-system-runtime-serialization4.0-cil"

java -jar "$jar" --port 0 --tag-processing 1s >"$work/out" 2>&1 &
sandbox=$!
url=
while [ -z "$url" ] && kill -0 "$sandbox" 2>/dev/null; do
    sleep 0.1
    url=$(sed -n 's/^eSign sandbox: //p' "$work/out")
done
if [ -z "$url" ]; then
    cat "$work/out" >&2
    fail "The sandbox didn't start."
fi

status=0
for reader in script contract; do
    case $reader in
        script) printf '\n-- Answers read with JavaScriptSerializer\n' ;;
        contract) printf '\n-- Answers read with DataContractJsonSerializer\n' ;;
    esac
    # Bounded, even if an answer never comes.
    timeout 600 mono "$work/flow.exe" "$reader" "$url" "$document" || status=1
done
exit "$status"
