//! What the reference says before its routes: how to prove who one is, what errors look like, what
//! is limited, how lists go on, and what the groups of routes are for.

/// The opening text, in Markdown.
pub const DESCRIPTION: &str = "\
May this AI agent do this action on this resource, now? Portcullis answers, and every answer is on \
record before it is given.

JSON in, JSON out, UTF-8. Times are RFC 3339 in UTC. Members of a request body that a route does not \
know are refused with 422, so that a typing mistake is never taken for consent. Every answer carries \
an `X-Request-Id`; send your own (1-128 characters of `A-Za-z0-9._-`) and it is used.

## Credentials

Send a credential as `Authorization: Bearer …`:

- A **customer's API key**, `sk-…`, from `POST /api/customers/register` or \
`POST /api/customers/{id}/api-keys/generate`. Its scopes say what it may do: `check` asks for \
decisions, `read` reads, `manage` changes, `approve` answers approval requests. A key that is bound \
to an agent asks for that agent alone.
- An **operator's token**, `op-…`, with the operator's role: `owner`, `admin`, `approver` or \
`auditor`. Where a route is about one customer, operators name it with `?customer_id=`.

A person who signs in with `POST /api/operators/login`, or a customer's with \
`POST /api/portal/login`, gets the same rights by a session cookie. \
What belongs to another customer is answered as if it did not exist: 404.

To try a route on this page, put a key or token under *Authentication* first. It stays in this page \
and is gone when the page is closed. Calls from here are real: they are charged, and they are on \
record.

## Errors

Every error is a problem document (RFC 9457, `application/problem+json`). `code` is stable and meant \
for programs, `detail` says what to do, `request_id` finds the request in the appliance's log, and \
`errors` names every field that breaks a rule. A denied check is not an error: it is a 200 whose \
`result` is `denied`.

## Limits

A customer's keys share one bucket of `max_requests_per_minute` calls, refilled evenly over the \
minute. Answers to a key say where it stands in `RateLimit-Policy` and `RateLimit`, and in the older \
`X-RateLimit-Limit`, `-Remaining` and `-Reset`. An empty bucket answers 429 with `Retry-After` in \
seconds. What fails later than the key's scope is charged too; kill switches never are. Registration \
and sign-in are throttled per address.

## Paging

Lists take `limit` (1-100, 50 unless given) and `cursor`, and answer `data`, `has_more` and \
`next_cursor`; the last is what `cursor` takes for the next page. The log answers a bare array with \
the next page in the header `Link: <…>; rel=\"next\"`. A few short lists are bare arrays without pages.";

/// What each group of routes is for.
pub fn of_tag(tag: &str) -> &'static str {
    match tag {
        "Customers" => "Who uses this appliance, on which subscription tier, and how much.",
        "API keys" => {
            "A key's secret is shown once, when it is issued; what is kept is its digest. A revoked \
             key no longer works once its revocation is answered."
        }
        "Agents" => "The programs that ask. An agent that is not `active` is denied everything.",
        "Permissions" => {
            "Standing rules for one agent: an action, a resource, and whether that is allowed, \
             denied or held for a person. `*` matches any run of characters. A deny always wins; \
             what nothing allows is denied."
        }
        "Checks" => {
            "The question that an agent asks before it acts. Every decision is answered with 200, \
             its reason and its trace, once its record is on the disk."
        }
        "Kill switches" => {
            "Stop an agent, a customer, or everything. A kill switch overtakes every permission \
             and approval, is never rate-limited, and is in force when the call is answered."
        }
        "Approvals" => {
            "Checks that a `require_approval` permission holds wait here for a person. What an \
             approval leaves behind admits that one question once, and expires."
        }
        "Log" => "Every decision and every change, in the order of a hash chain.",
        "Sessions" => {
            "Browsers hold a session in a cookie: an operator's, or one of a customer's people. What \
             a session changes must come from this appliance's own pages. A cookie that is over is no \
             cookie, so that a page can ask who is there; what is sent in `Authorization` must be valid, \
             here as everywhere."
        }
        "Operators" => "The people who run this appliance, their tokens and their sessions.",
        "Lists" => {
            "Customers from a file and into one, and prospects with the tier that fits each. What is \
             sent is held in memory, and nothing happens before it is applied."
        }
        "Quotes" => {
            "What people who are no customers yet ask for at the public page, kept for operators."
        }
        "Billing" => {
            "What each customer's month costs and what it was used for, by the terms of each day and \
             by what the log says; and where its quota of checks stands."
        }
        "Key links" => {
            "Links that show a customer an API key once, copied by hand or sent by letter; and \
             invitations, which make the customer as well. No key is ever sent."
        }
        "Outbox" => {
            "Letters and webhooks that wait to be sent, were sent, or could not be; and whether \
             anything is set up to send them."
        }
        "Overview" => "How the appliance stands, and what went through it.",
        "Backups" => {
            "Copies of the whole database, made while it is in use. Restoring one is for the command line."
        }
        "System" => "The appliance itself: its configuration, read again while it runs.",
        "Service" => "Pages, health, metrics, and this document.",
        _ => "",
    }
}
