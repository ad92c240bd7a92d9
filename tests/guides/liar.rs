//! Documents that are not true are found out.

use crate::run::document;

/// A small document that is true.
const TRUE: &str = r#"# A check

```sh
curl -sS -w '\n%{http_code}\n' "$PORTCULLIS_URL/api/agents/check" \
  -H "Authorization: Bearer $PORTCULLIS_API_KEY" -H 'Content-Type: application/json' \
  -d '{"agent_id":"support-bot","action":"read","resource":"orders/10482"}' | tee answer
tail -n 1 answer >status
```

```json
{"decision_id": "dec_…", "seq": "…", "result": "approved", "reason": "all_checks_passed",
 "message": "permission granted for read on orders/10482",
 "decision_trace": [{"rule_checked": "kill_switch", "…": "…"}, "…"],
 "action_required": null, "retryable": false}
```

```sh
cat status
```

```text
200
```

```python
import os, urllib.request
with urllib.request.urlopen(os.environ["PORTCULLIS_URL"] + "/health") as answer:
    print(answer.status)
```

```text
200
```

```http
GET /api/customers/me HTTP/1.1
Host: localhost
Authorization: Bearer $PORTCULLIS_API_KEY

```

```http
HTTP/1.1 200 OK
Content-Type: application/json
ETag: "…"

{"name": "Northgate Outfitters", "subscription_tier": "pro", "max_agents": 500, "…": "…"}
```

```toml
[approvals]
expire_after_minutes = 60
```
"#;

#[test]
fn a_true_document_holds() {
    document("TRUE", TRUE).unwrap();
}

#[test]
fn each_lie_is_found_with_its_line() {
    for (truth, lie, line, told) in [
        // An answer that is another.
        (
            "\"approved\", \"reason\"",
            "\"denied\", \"reason\"",
            11,
            "`result` is shown as \"denied\"",
        ),
        // A member that nobody sends.
        (
            "\"seq\": \"…\",",
            "\"seq\": \"…\", \"cost\": 1,",
            11,
            "`cost` is shown, and is not there",
        ),
        // A member that is hidden.
        ("\"retryable\": false", "\"…\": \"…\"", 0, ""),
        (
            ", \"retryable\": false",
            "",
            11,
            "`retryable` is there, and is not shown",
        ),
        // A status.
        (
            "```text\n200\n```\n\n```python",
            "```text\n201\n```\n\n```python",
            22,
            "`201` is shown, `200` came",
        ),
        // What a program prints.
        (
            "print(answer.status)",
            "print(answer.status + 1)",
            32,
            "`200` is shown, `201` came",
        ),
        // A program that fails.
        (
            "import os,",
            "import nothing_of_that_name, os,",
            26,
            "ModuleNotFoundError",
        ),
        // A command that fails, in the line that it is.
        (
            "tail -n 1 answer",
            "tail -n 1 no-answer",
            4,
            "in its line 4",
        ),
        // A variable that nobody set.
        ("cat status", "cat \"$NOTHING\"", 18, "NOTHING"),
        // A header, a status line, a number in a body.
        (
            "ETag: \"…\"",
            "Etag2: \"…\"",
            43,
            "`Etag2: \"…\"` did not come",
        ),
        (
            "HTTP/1.1 200 OK",
            "HTTP/1.1 201 Created",
            43,
            "did not come",
        ),
        (
            "\"max_agents\": 500",
            "\"max_agents\": 501",
            43,
            "`max_agents` is shown as 501",
        ),
        // A setting that is refused.
        (
            "expire_after_minutes = 60",
            "expire_after_minutes = 0",
            51,
            "refuses it",
        ),
        (
            "expire_after_minutes",
            "expires_after_minutes",
            51,
            "refuses it",
        ),
        // A kind of block that does not exist would not be run.
        (
            "```sh\ncat",
            "```bash\ncat",
            17,
            "there is no kind of block `bash`",
        ),
        // An answer without a question.
        ("```sh\ncat status\n```\n", "## Then\n", 0, "no `sh`"),
    ] {
        assert!(TRUE.contains(truth), "{truth}");
        let outcome = document("LIE", &TRUE.replacen(truth, lie, 1));
        if told.is_empty() || told == "no `sh`" {
            // The one that may be left open; and free text, which is for orientation.
            outcome.unwrap();
            continue;
        }
        let fault = outcome.expect_err(lie);
        assert!(fault.contains(told), "{lie}: {fault}");
        assert!(fault.contains(&line.to_string()), "{lie}: {fault}");
    }
    let unasked = document("LIE", "```json\n{}\n```\n").unwrap_err();
    assert!(
        unasked.contains("LIE.md:2") && unasked.contains("follows no command"),
        "{unasked}"
    );
}
