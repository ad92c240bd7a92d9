//! Raw SQL against the schema: what no version of the program writes, the file does not take.

use std::path::Path;

use portcullis::domain::mutation::Mutation;
use rstest::rstest;
use rusqlite::Connection;

use crate::fixtures::{agent, audited, customer, key, noon, permission, raw};
use crate::{Said, Store};

/// A file with one of everything, and a connection to it that honours foreign keys.
fn attacked(directory: &Path) -> Connection {
    let one = customer(1);
    let bot = agent(&one, "bot");
    let mut store = Store::open(directory);
    store.save(&[
        Mutation::SaveCustomer(one.clone()),
        Mutation::SaveCustomer(customer(2)),
        Mutation::SaveKey(key(&one, 1)),
        Mutation::SaveAgent(bot.clone()),
        Mutation::AddPermission(permission(
            &bot,
            1,
            ("read", "*"),
            portcullis::domain::permission::Effect::Allow,
        )),
    ]);
    store.writer.begin().unwrap();
    for number in 1..=3 {
        store.say(Said {
            customer: Some((one.id, number)),
            agent: Some("bot"),
            action: "read",
            resource: "db",
            result: "approved",
            reason: "all_checks_passed",
            at: noon(0),
        });
    }
    store.writer.commit().unwrap();
    drop(store);
    let connection = raw(directory);
    connection
        .pragma_update(None, "foreign_keys", "on")
        .unwrap();
    connection
        .execute_batch(
            "INSERT INTO operators VALUES (x'01010101010101010101010101010101', 'ada', 'owner',
               NULL, 0, 1, 1);
             INSERT INTO operator_tokens VALUES (x'01010101010101010101010101010101',
               x'01010101010101010101010101010101', 'n', 'op-', zeroblob(32), 1, NULL, NULL);
             INSERT INTO operator_sessions VALUES (x'01010101010101010101010101010101',
               x'01010101010101010101010101010101', zeroblob(32), 1, 2);
             INSERT INTO setup_links VALUES (x'01010101010101010101010101010101', zeroblob(32),
               'eve', 'owner', NULL, 'local', 1, 2);
             INSERT INTO portal_sessions VALUES (x'01010101010101010101010101010101', 1,
               zeroblob(32), NULL, zeroblob(16), 2, NULL, 'local', 1, 2);
             INSERT INTO portal_links VALUES (x'01010101010101010101010101010101', 1, zeroblob(32),
               2, NULL, 'local', 1, 2);
             INSERT INTO kill_switches VALUES ('system', NULL, NULL, 'operator', 'local', NULL, 1);
             INSERT INTO approvals VALUES (x'01010101010101010101010101010101', 1, zeroblob(32),
               'bot', 'pay', 'bank', '{}', '[]', 'local', 'pending', 1, 2, NULL, NULL, NULL, NULL);
             INSERT INTO metered_daily VALUES (20000, 1, 'bot', 'pay', 'all_checks_passed', 1);
             INSERT INTO activity_hours VALUES (480000, 1, 'all_checks_passed', 1);
             INSERT INTO activity_minutes VALUES (28800000, 'all_checks_passed', 1);
             INSERT INTO usage_daily VALUES (1, 20000, 1, 1, 1, 1);",
        )
        .unwrap();
    connection
}

/// Each statement is right but for one thing, and is refused for that thing.
#[rstest]
// The log.
#[case::change_a_record(
    "UPDATE audit_records SET result = 'denied' WHERE seq = 2",
    "audit records are never changed"
)]
#[case::touch_a_record(
    "UPDATE audit_records SET result = result",
    "audit records are never changed"
)]
#[case::change_by_upsert(
    "INSERT INTO audit_records VALUES (4, 1, 4, 1, NULL, 'done', '{}', zeroblob(32)),
       (4, 1, 4, 1, NULL, 'done', '{}', zeroblob(32))
     ON CONFLICT (seq) DO UPDATE SET result = 'denied'",
    "audit records"
)]
#[case::remove_a_record(
    "DELETE FROM audit_records WHERE seq = 3",
    "audit records are never removed"
)]
#[case::remove_all_records("DELETE FROM audit_records", "audit records are never removed")]
#[case::seq_again(
    "INSERT INTO audit_records VALUES (3, 1, 4, 1, NULL, 'done', '{}', zeroblob(32))",
    "audit_records.seq"
)]
#[case::customer_without_number(
    "INSERT INTO audit_records VALUES (4, 1, NULL, 1, NULL, 'done', '{}', zeroblob(32))",
    "(customer_no IS NULL) = (customer_seq IS NULL)"
)]
#[case::number_without_customer(
    "INSERT INTO audit_records VALUES (4, NULL, 1, 1, NULL, 'done', '{}', zeroblob(32))",
    "(customer_no IS NULL) = (customer_seq IS NULL)"
)]
#[case::record_of_nobodys_customer(
    "INSERT INTO audit_records VALUES (4, 99, 1, 1, NULL, 'done', '{}', zeroblob(32))",
    "FOREIGN KEY"
)]
#[case::unknown_result(
    "INSERT INTO audit_records VALUES (4, 1, 4, 1, NULL, 'maybe', '{}', zeroblob(32))",
    "result IN"
)]
#[case::short_hash(
    "INSERT INTO audit_records VALUES (4, 1, 4, 1, NULL, 'done', '{}', zeroblob(31))",
    "length(hash) = 32"
)]
#[case::record_is_no_text(
    "INSERT INTO audit_records VALUES (4, 1, 4, 1, NULL, 'done', x'00', zeroblob(32))",
    "cannot store BLOB value in TEXT column"
)]
// Customers.
#[case::customer_with_records_removed("DELETE FROM customers WHERE no = 1", "FOREIGN KEY")]
#[case::stopped_by_nobody(
    "UPDATE customers SET is_active = 0 WHERE no = 2",
    "(is_active = 1) = (deactivated_by IS NULL)"
)]
#[case::stopped_and_active(
    "UPDATE customers SET deactivated_by = 'billing' WHERE no = 2",
    "(is_active = 1) = (deactivated_by IS NULL)"
)]
#[case::stopped_by_a_stranger(
    "UPDATE customers SET is_active = 0, deactivated_by = 'eve' WHERE no = 2",
    "deactivated_by IN"
)]
#[case::subscription_of_nobodys_customer(
    "INSERT INTO stripe_subscriptions VALUES ('sub_1', 99, '{}', 1)",
    "FOREIGN KEY"
)]
#[case::subscription_without_facts(
    "INSERT INTO stripe_subscriptions VALUES ('sub_1', 1, '{', 1)",
    "json_valid(facts)"
)]
#[case::nameless_subscription(
    "INSERT INTO stripe_subscriptions VALUES ('', 1, '{}', 1)",
    "length(id)"
)]
#[case::nameless_event("INSERT INTO stripe_events VALUES ('', 1)", "length(id)")]
#[case::event_again(
    "INSERT INTO stripe_events VALUES ('evt_1', 1), ('evt_1', 2)",
    "stripe_events.id"
)]
#[case::same_email(
    "UPDATE customers SET email = 'c1@example.com' WHERE no = 2",
    "UNIQUE constraint failed: customers.email"
)]
#[case::same_customer_id(
    "UPDATE customers SET id = (SELECT id FROM customers WHERE no = 1) WHERE no = 2",
    "UNIQUE constraint failed: customers.id"
)]
#[case::short_id("UPDATE customers SET id = x'00' WHERE no = 1", "length(id) = 16")]
#[case::no_name("UPDATE customers SET name = ''", "length(name)")]
#[case::no_at_sign(
    "UPDATE customers SET email = 'nobody.at.all' WHERE no = 1",
    "instr(email"
)]
#[case::no_tier("UPDATE customers SET tier = ''", "length(tier)")]
#[case::negative_limit("UPDATE customers SET max_agents = -1", "max_agents >= 0")]
#[case::no_requests_at_all(
    "UPDATE customers SET max_requests_per_minute = 0",
    "max_requests_per_minute >= 1"
)]
#[case::negative_keys("UPDATE customers SET max_api_keys = -1", "max_api_keys >= 0")]
#[case::no_checks_at_all(
    "UPDATE customers SET max_checks_per_month = 0",
    "max_checks_per_month >= 1"
)]
#[case::negative_price("UPDATE customers SET price_usd_month = -1", "price_usd_month >= 0")]
#[case::half_active("UPDATE customers SET is_active = 2", "is_active IN (0, 1)")]
#[case::changed_before_made("UPDATE customers SET updated_at = 0", "updated_at >= created_at")]
#[case::time_as_text(
    "UPDATE customers SET created_at = 'noon'",
    "cannot store TEXT value in INTEGER column"
)]
// API keys.
#[case::approver_without_holder("UPDATE api_keys SET scopes = 8", "holder IS NOT NULL")]
#[case::agent_key_that_manages(
    "UPDATE api_keys SET agent_id = 'bot', scopes = 5",
    "agent_id IS NULL OR scopes = 1"
)]
#[case::no_scopes("UPDATE api_keys SET scopes = 0", "scopes BETWEEN 1 AND 15")]
#[case::unknown_scope("UPDATE api_keys SET scopes = 17", "scopes BETWEEN 1 AND 15")]
#[case::whole_secret_as_prefix(
    "UPDATE api_keys SET prefix = 'sk-0123456789'",
    "length(prefix) < 12"
)]
#[case::short_digest("UPDATE api_keys SET digest = x'00'", "length(digest) = 32")]
#[case::same_digest(
    "INSERT INTO api_keys SELECT zeroblob(16), customer_no, name, prefix, digest, scopes, agent_id,
       holder, created_at, created_by, expires_at, revoked_at, last_used_at FROM api_keys",
    "UNIQUE constraint failed: api_keys.digest"
)]
#[case::key_of_nobody("UPDATE api_keys SET customer_no = 99", "FOREIGN KEY")]
// Agents and permissions.
#[case::same_agent(
    "INSERT INTO agents SELECT NULL, customer_no, id, name, owner, status, 1, 1 FROM agents",
    "UNIQUE constraint failed: agents.customer_no, agents.id"
)]
#[case::unknown_status("UPDATE agents SET status = 'asleep'", "status IN")]
#[case::agent_of_nobody("UPDATE agents SET customer_no = 99", "FOREIGN KEY")]
#[case::nameless_agent("UPDATE agents SET id = ''", "length(id)")]
#[case::unknown_effect("UPDATE permissions SET effect = 'perhaps'", "effect IN")]
#[case::condition_that_nothing_evaluates(
    "UPDATE permissions SET condition = 'true'",
    "condition IS NULL"
)]
#[case::permission_of_nobody("UPDATE permissions SET agent_no = 99", "FOREIGN KEY")]
#[case::empty_pattern("UPDATE permissions SET action = ''", "length(action)")]
#[case::endless_pattern(
    "UPDATE permissions SET resource = printf('%256s', 'x')",
    "length(resource)"
)]
// Kill switches.
#[case::system_kill_by_a_customer(
    "UPDATE kill_switches SET authority = 'customer'",
    "level <> 'system' OR authority <> 'customer'"
)]
#[case::second_system_kill(
    "INSERT INTO kill_switches VALUES ('system', NULL, NULL, 'operator', 'local', NULL, 2)",
    "UNIQUE constraint failed"
)]
#[case::system_kill_of_one_customer(
    "UPDATE kill_switches SET customer_no = 1",
    "(level = 'system') = (customer_no IS NULL)"
)]
#[case::customer_kill_of_nobody(
    "INSERT INTO kill_switches VALUES ('customer', NULL, NULL, 'operator', 'local', NULL, 2)",
    "(level = 'system') = (customer_no IS NULL)"
)]
#[case::agent_kill_without_agent(
    "INSERT INTO kill_switches VALUES ('agent', 1, NULL, 'operator', 'local', NULL, 2)",
    "(level = 'agent') = (agent_id IS NOT NULL)"
)]
#[case::customer_kill_of_an_agent(
    "INSERT INTO kill_switches VALUES ('customer', 1, 'bot', 'operator', 'local', NULL, 2)",
    "(level = 'agent') = (agent_id IS NOT NULL)"
)]
#[case::unknown_level(
    "INSERT INTO kill_switches VALUES ('galaxy', 1, NULL, 'operator', 'local', NULL, 2)",
    "level IN"
)]
#[case::kill_by_unknown_authority(
    "INSERT INTO kill_switches VALUES ('customer', 1, NULL, 'nobody', 'local', NULL, 2)",
    "authority IN"
)]
#[case::kill_of_a_strangers_customer(
    "INSERT INTO kill_switches VALUES ('customer', 99, NULL, 'operator', 'local', NULL, 2)",
    "FOREIGN KEY"
)]
// Approvals.
#[case::approved_by_nobody("UPDATE approvals SET status = 'approved'", "settled_at IS NOT NULL")]
#[case::used_without_approval("UPDATE approvals SET status = 'used'", "settled_at IS NOT NULL")]
#[case::settled_by_nobody(
    "UPDATE approvals SET status = 'approved', settled_at = 2",
    "(settled_at IS NULL) = (settled_by IS NULL)"
)]
#[case::settled_and_pending(
    "UPDATE approvals SET settled_at = 2, settled_by = 'local'",
    "status <> 'pending' OR settled_at IS NULL"
)]
#[case::unknown_approval_status("UPDATE approvals SET status = 'sure'", "status IN")]
#[case::over_before_it_began("UPDATE approvals SET expires_at = 1", "expires_at > created_at")]
#[case::context_is_no_json("UPDATE approvals SET context = '{'", "json_valid(context)")]
#[case::trace_is_no_json("UPDATE approvals SET trace = ''", "json_valid(trace)")]
#[case::short_binding("UPDATE approvals SET binding = x''", "length(binding) = 32")]
#[case::approval_of_nobody("UPDATE approvals SET customer_no = 99", "FOREIGN KEY")]
// What was decided, counted.
#[case::nothing_metered("UPDATE metered_daily SET count = 0", "count > 0")]
#[case::metered_for_nobody("UPDATE metered_daily SET customer_no = 99", "FOREIGN KEY")]
#[case::metered_without_action("UPDATE metered_daily SET action = ''", "length(action) > 0")]
#[case::metered_without_reason("UPDATE metered_daily SET reason = ''", "length(reason) > 0")]
#[case::metered_twice(
    "INSERT INTO metered_daily VALUES (20000, 1, 'bot', 'pay', 'all_checks_passed', 1)",
    "UNIQUE constraint failed: metered_daily"
)]
#[case::active_for_nobody("UPDATE activity_hours SET customer_no = 99", "FOREIGN KEY")]
#[case::an_hour_of_nothing("UPDATE activity_hours SET count = -1", "count > 0")]
#[case::a_minute_of_nothing("UPDATE activity_minutes SET count = 0", "count > 0")]
// Operators.
#[case::password_in_clear("UPDATE operators SET password = 'hunter2'", "password LIKE")]
#[case::unknown_role("UPDATE operators SET role = 'root'", "role IN")]
#[case::same_username(
    "INSERT INTO operators VALUES (zeroblob(16), 'ada', 'auditor', NULL, 0, 1, 1)",
    "UNIQUE constraint failed: operators.username"
)]
#[case::operator_with_tokens_removed("DELETE FROM operators", "FOREIGN KEY")]
#[case::token_of_nobody("UPDATE operator_tokens SET operator_id = zeroblob(16)", "FOREIGN KEY")]
#[case::session_of_nobody(
    "UPDATE operator_sessions SET operator_id = zeroblob(16)",
    "FOREIGN KEY"
)]
#[case::endless_session("UPDATE operator_sessions SET expires_at = NULL", "NOT NULL")]
#[case::session_over_before_it_began(
    "UPDATE operator_sessions SET expires_at = 1",
    "expires_at > created_at"
)]
#[case::link_for_nothing("UPDATE setup_links SET username = NULL, role = NULL", "CHECK")]
#[case::link_for_two(
    "UPDATE setup_links SET operator_id = x'01010101010101010101010101010101'",
    "CHECK"
)]
#[case::link_for_nobody(
    "UPDATE setup_links SET username = NULL, role = NULL, operator_id = zeroblob(16)",
    "FOREIGN KEY"
)]
#[case::link_without_end("UPDATE setup_links SET expires_at = NULL", "NOT NULL")]
#[case::link_of_a_role_that_is_none("UPDATE setup_links SET role = 'root'", "role IN")]
// The portal.
#[case::visitor_of_nobody("UPDATE portal_sessions SET customer_no = 99", "FOREIGN KEY")]
#[case::visitor_with_no_key(
    "UPDATE portal_sessions SET key_id = zeroblob(16), link_id = NULL, scopes = NULL,
       sent_by = NULL",
    "FOREIGN KEY"
)]
#[case::visitor_with_nothing("UPDATE portal_sessions SET link_id = NULL, scopes = NULL", "CHECK")]
#[case::visitor_with_both(
    "UPDATE portal_sessions SET key_id = (SELECT id FROM api_keys)",
    "CHECK"
)]
#[case::visitor_without_scopes("UPDATE portal_sessions SET scopes = NULL", "CHECK")]
#[case::visitor_with_other_scopes("UPDATE portal_sessions SET scopes = 16", "scopes BETWEEN")]
#[case::visitor_who_approves_and_is_nobody("UPDATE portal_sessions SET scopes = 8", "CHECK")]
#[case::holder_of_a_key(
    "UPDATE portal_sessions SET holder = 'Ada', link_id = NULL, scopes = NULL, sent_by = NULL,
       key_id = (SELECT id FROM api_keys)",
    "holder IS NULL"
)]
#[case::link_made_by_nobody("UPDATE setup_links SET opened_by = NULL", "NOT NULL")]
#[case::visit_by_a_link_of_nobody("UPDATE portal_sessions SET sent_by = NULL", "sent_by IS NULL")]
#[case::key_that_somebody_sent(
    "UPDATE portal_sessions SET link_id = NULL, scopes = NULL, key_id = (SELECT id FROM api_keys)",
    "sent_by IS NULL"
)]
#[case::endless_visit("UPDATE portal_sessions SET expires_at = NULL", "NOT NULL")]
#[case::visit_over_before_it_began(
    "UPDATE portal_sessions SET expires_at = 1",
    "expires_at > created_at"
)]
#[case::same_visit_twice(
    "INSERT INTO portal_sessions VALUES (zeroblob(16), 1, zeroblob(32), NULL, zeroblob(16), 2,
       NULL, 'local', 1, 2)",
    "UNIQUE constraint failed: portal_sessions.digest"
)]
#[case::portal_link_of_nobody("UPDATE portal_links SET customer_no = 99", "FOREIGN KEY")]
#[case::portal_link_for_nothing("UPDATE portal_links SET scopes = 0", "scopes BETWEEN")]
#[case::portal_link_to_approve_for_nobody("UPDATE portal_links SET scopes = 15", "CHECK")]
#[case::portal_link_without_end("UPDATE portal_links SET expires_at = NULL", "NOT NULL")]
#[case::portal_link_by_nobody("UPDATE portal_links SET opened_by = NULL", "NOT NULL")]
// Usage.
#[case::negative_usage("UPDATE usage_daily SET denied = -1", "denied >= 0")]
#[case::usage_of_nobody("UPDATE usage_daily SET customer_no = 99", "FOREIGN KEY")]
#[case::one_day_twice(
    "INSERT INTO usage_daily VALUES (1, 20000, 0, 0, 0, 0)",
    "UNIQUE constraint failed: usage_daily"
)]
fn is_refused(#[case] attack: &str, #[case] reason: &str) {
    let directory = tempfile::tempdir().unwrap();
    let connection = attacked(directory.path());
    let refused = connection.execute(attack, []).unwrap_err().to_string();
    assert!(refused.contains(reason), "{refused}");
    drop(connection);
    assert_eq!(audited(directory.path()).len(), 3);
    Store::open(directory.path()).load().unwrap();
}

#[test]
fn what_is_right_is_taken() {
    let directory = tempfile::tempdir().unwrap();
    let connection = attacked(directory.path());
    for statement in [
        "INSERT INTO audit_records VALUES (4, 1, 4, 1, NULL, 'done', '{}', zeroblob(32))",
        "INSERT INTO audit_records VALUES (5, 2, 1, 1, NULL, 'done', '{}', zeroblob(32))",
        "INSERT INTO audit_records VALUES (6, NULL, NULL, 1, NULL, 'done', '{}', zeroblob(32))",
        "UPDATE api_keys SET scopes = 15, holder = 'Ada'",
        "UPDATE approvals SET status = 'approved', settled_at = 2, settled_by = 'local'",
        "UPDATE approvals SET status = 'cancelled', settled_at = NULL, settled_by = NULL",
        "UPDATE operators SET password = '$argon2id$v=19$x'",
        "INSERT INTO kill_switches VALUES ('agent', 1, 'bot', 'customer', 'local', NULL, 2)",
        "UPDATE setup_links SET username = NULL, role = NULL,
           operator_id = x'01010101010101010101010101010101'",
        "UPDATE portal_sessions SET scopes = 15, holder = 'Ada'",
        "UPDATE portal_sessions SET link_id = NULL, scopes = NULL, holder = NULL, sent_by = NULL,
           key_id = (SELECT id FROM api_keys)",
        "UPDATE portal_links SET scopes = 8, holder = 'Ada'",
        "DELETE FROM agents",
    ] {
        let done = connection.execute(statement, []);
        assert_eq!(done.unwrap(), 1, "{statement}");
    }
    let left: i64 = connection
        .query_row("SELECT count(*) FROM permissions", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 0, "an agent's permissions go with it");
}
