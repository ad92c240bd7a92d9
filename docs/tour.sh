#!/usr/bin/env bash
# A tour of Portcullis against a running server, with curl and nothing else. Each step says what it
# expects; the tour ends with an error at the first answer that is another.
#
#   PORTCULLIS_URL=http://127.0.0.1:8080 PORTCULLIS_OPERATOR_TOKEN=op-… docs/tour.sh
set -euo pipefail

: "${PORTCULLIS_URL:?the address of the server, for example http://127.0.0.1:8080}"
: "${PORTCULLIS_OPERATOR_TOKEN:?an operator token: portcullis operator add --username ada --role owner --token}"
URL=${PORTCULLIS_URL%/}
EMAIL="it-$$-$RANDOM$RANDOM@northgate.example"

step() { printf '\n== %s\n' "$*"; }

# expect STATUS TEXT curl …: runs the line, prints what came back, and checks it.
expect() {
    local status=$1 text=$2
    shift 2
    local answer
    answer=$("$@" --silent --show-error --write-out '\n%{http_code}')
    BODY=${answer%$'\n'*}
    printf '%s  %s\n' "${answer##*$'\n'}" "$BODY"
    if [ "${answer##*$'\n'}" != "$status" ] || [[ "$BODY" != *"$text"* ]]; then
        printf 'expected status %s with %s\n' "$status" "$text" >&2
        exit 1
    fi
}

# member NAME: that text from the last answer.
member() { sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p" <<<"$BODY"; }

step 'The service is healthy'
expect 200 '"status":"healthy"' curl "$URL/health"

step 'Register a customer: its first key is shown once'
expect 201 '"api_key":"sk-' curl "$URL/api/customers/register" \
    -H 'Content-Type: application/json' \
    -d "{\"name\":\"Northgate Outfitters\",\"email\":\"$EMAIL\"}"
CUSTOMER=$(member customer_id)
KEY=$(member api_key)

step 'An agent, and what it may do'
expect 201 '"status":"active"' curl "$URL/api/admin/agents" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"id":"refund-bot","name":"Refund desk","owner":"payments"}'
expect 201 '"effect":"allow"' curl "$URL/api/admin/permissions" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"read","resource":"orders/*"}'
expect 201 '"effect":"require_approval"' curl "$URL/api/admin/permissions" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"refund","resource":"orders/*","effect":"require_approval"}'

step 'It may read an order'
expect 200 '"result":"approved","reason":"all_checks_passed"' curl "$URL/api/agents/check" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"read","resource":"orders/4711"}'

step 'It may not delete one: nothing allows it'
expect 200 '"result":"denied","reason":"permission_rule_failed"' curl "$URL/api/agents/check" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"delete","resource":"orders/4711"}'

step 'Kill it'
expect 200 '"result":"disabled"' curl "$URL/api/agent/kill" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","enabled":false,"reason":"double refunds since 14:00"}'

step 'Now it may not even read'
expect 200 '"result":"denied","reason":"agent_kill_switch_enabled"' curl "$URL/api/agents/check" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"read","resource":"orders/4711"}'

step 'Release it'
expect 200 '"result":"enabled"' curl "$URL/api/agent/kill" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","enabled":true}'

step 'A refund is held until a person answers'
expect 200 '"reason":"approval_required"' curl "$URL/api/agents/check" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"refund","resource":"orders/4711","context":{"amount_eur":120}}'
REQUEST=$(member request_id)

step 'An operator approves it'
expect 200 '"result":"approved","reason":"human_override"' curl "$URL/api/agent/approve" \
    -H "Authorization: Bearer $PORTCULLIS_OPERATOR_TOKEN" -H 'Content-Type: application/json' \
    -d "{\"request_id\":\"$REQUEST\",\"human_id\":\"ada\",\"notes\":\"goods came back\"}"

step 'The same question is approved, once'
expect 200 '"result":"approved","reason":"human_override"' curl "$URL/api/agents/check" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"refund","resource":"orders/4711","context":{"amount_eur":120}}'
expect 200 '"result":"denied","reason":"approval_required"' curl "$URL/api/agents/check" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"agent_id":"refund-bot","action":"refund","resource":"orders/4711","context":{"amount_eur":120}}'

step 'All of it is in the log, the newest first'
expect 200 "$REQUEST" curl "$URL/api/logs?limit=20" -H "Authorization: Bearer $KEY"

step 'Upgrade: the new limits are in force at once'
expect 200 '"max_requests_per_minute":1000' curl -X PUT "$URL/api/customers/$CUSTOMER/upgrade" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"subscription_tier":"pro"}'

step 'A second key'
expect 201 '"api_key":"sk-' curl "$URL/api/customers/$CUSTOMER/api-keys/generate" \
    -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d '{"name":"nightly job","scopes":["check","read"]}'
SECOND_KEY=$(member api_key)
SECOND_ID=$(member key_id)
expect 200 "\"id\":\"$CUSTOMER\"" curl "$URL/api/customers/me" \
    -H "Authorization: Bearer $SECOND_KEY"

step 'Revoke it'
expect 200 'API key revoked successfully' curl -X DELETE \
    "$URL/api/customers/$CUSTOMER/api-keys/$SECOND_ID" -H "Authorization: Bearer $KEY"

step 'It opens nothing any more'
expect 401 '"code":"invalid_key"' curl "$URL/api/customers/me" \
    -H "Authorization: Bearer $SECOND_KEY"

step 'That was the tour'
