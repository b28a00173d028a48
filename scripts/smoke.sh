#!/usr/bin/env bash
# The built product through ./run, from another folder: the pack is clean, a broken one is refused, a diary is judged and a faulty one told, a server answers.
set -euo pipefail
HOUSE="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
WORK="$(mktemp -d)"
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  rm -rf "$WORK"
}
trap finish EXIT
cd "$WORK"

fail() {
  echo "smoke: $*" >&2
  exit 1
}

"$HOUSE/run" check "$HOUSE/programmes/mid-back" || fail "the mid-back pack has problems"

cp -r "$HOUSE/programmes/mid-back" broken
sed -i 's/^format: 1$/format: [1/' broken/programme.yaml
if "$HOUSE/run" check broken >broken.txt 2>/dev/null; then fail "a broken pack passed the check"; fi
grep -q 'programme.yaml:[0-9][0-9]*: ' broken.txt || fail "the broken pack's problem names no line"

{
  echo date,pain
  for day in $(seq -w 1 21); do echo "2026-11-$day,$((7 - 10#$day / 5))"; done
} >diary.csv
"$HOUSE/run" verdict diary.csv --json | grep -q '"verdict":"BETTER"' || fail "a clear diary was not called better"

printf '%s\n' date,pain 2026-11-01,6,5 2026-11-03,6 2026-11-02,11 >faulty.csv
if "$HOUSE/run" verdict faulty.csv >judged.txt 2>faults.txt; then fail "a faulty diary was judged"; fi
[ ! -s judged.txt ] || fail "a faulty diary was judged all the same"
for fault in "2: the heading names 2" "4: pain:" "4: date:"; do
  grep -q "^faulty.csv:$fault" faults.txt || fail "the faulty diary's fault at $fault was not told"
done

"$HOUSE/run" serve --port 0 --data data >serve.txt 2>serve.err &
server=$!
for _ in $(seq 300); do
  grep -q 'http://' serve.txt && break
  kill -0 "$server" 2>/dev/null || { cat serve.err >&2; fail "the server ended by itself"; }
  sleep 0.1
done
address="$(grep -o 'http://[^ ]*' serve.txt | head -n 1)"
"$HOUSE/run" doctor --data data >doctor.txt || { cat doctor.txt >&2; fail "doctor finds something wrong"; }
exec 3<>"/dev/tcp/127.0.0.1/$(printf '%s' "$address" | sed -E 's#.*:([0-9]+).*#\1#')"
printf 'GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
grep -q '"up"' <&3 || fail "the server does not answer"
echo "smoke: all well" >&2
