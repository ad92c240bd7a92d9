# What the journeys share; runs inside a root, as root.
set -euo pipefail
export LC_ALL=C.UTF-8
url=http://127.0.0.1:8080
packages=/srv
mkdir -p /srv/work
cd /srv/work
started_ms=$(date +%s%3N)

step() { printf '%6d ms  %s\n' "$(($(date +%s%3N) - started_ms))" "$*"; }

fail() {
  printf 'FAILED: %s\n' "$*"
  systemctl --no-pager --full status portcullis.service || true
  journalctl --no-pager --unit=portcullis.service --lines=40 || true
  exit 1
}

same() { [[ $1 == "$2" ]] || fail "${3:-values differ}: \`$1\`, wanted \`$2\`"; }

# until_true SECONDS COMMAND...: waits for it.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || fail "still not: $*"
    sleep 0.1
  done
}

# member NAME: that member of the JSON document on stdin.
member() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" | head -n 1; }

post() {
  curl -sS --max-time 10 "$url$1" -H "Authorization: Bearer $2" \
    -H 'Content-Type: application/json' -d "$3"
}

# check ACTION: asks as the customer that the journey registered.
check() {
  post /api/agents/check "$key" "{\"agent_id\":\"bot\",\"action\":\"$1\",\"resource\":\"orders/7\"}"
}
is_approved() { [[ $(check read) == *all_checks_passed* ]]; }
is_healthy() { curl -fsS --max-time 2 "$url/health"; }
main_pid() { systemctl show --property=MainPID --value portcullis.service; }
is_active() { [[ $(systemctl is-active portcullis.service) == active ]]; }
has_another_pid() { [[ $(main_pid) != 0 && $(main_pid) != "$1" ]] && is_healthy; }
mode() { stat -c '%a %U:%G' "$1"; }

# whole_log FILE: every page of the customer's log.
whole_log() {
  local next='/api/logs?limit=100'
  : >"$1"
  while [[ -n $next ]]; do
    curl -sS --max-time 10 --dump-header head "$url$next" -H "Authorization: Bearer $key" \
      >>"$1"
    next=$(tr -d '\r' <head | sed -n 's/^link: <\([^>]*\)>.*rel="next".*/\1/Ip')
  done
}

# Leaves the operator's token in `op` and the customer's key in `key`.
first_owner_and_customer() {
  portcullis init --non-interactive >init.log
  op=$(portcullis operator add --username ada --role owner --token --json | member token)
  [[ $op == op-* ]] || fail "no operator token: $op"
  key=$(post /api/customers/register "$op" '
    {"name":"Acme","email":"ops@acme.example","subscription_tier":"enterprise"}' | member api_key)
  [[ $key == sk-* ]] || fail "no API key: $key"
  post /api/admin/agents "$key" '{"id":"bot","name":"Refunds","owner":"payments"}' >/dev/null
  post /api/admin/permissions "$key" \
    '{"agent_id":"bot","action":"read","resource":"orders/*"}' >/dev/null
}
