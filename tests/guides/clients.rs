//! The programs of `GETTING_STARTED` against an appliance that answers what the real one seldom does:
//! limits, no answer, a lost connection, an approval that nobody gives, a key that is wrong.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portcullis::app::environment::SystemEnvironment;
use portcullis::domain::environment::Environment as _;
use rstest::rstest;
use serde_json::{Value, json};

use crate::blocks::{Block, blocks};
use crate::run::program;
use crate::session::{Printed, Session};

/// One answer.
#[derive(Clone)]
enum Reply {
    Status(u16, &'static str, Value),
    Lost,
}

/// How often it was asked about the resource before, the resource, and when a request about it expires.
type Script = fn(usize, &str, &str) -> Reply;

fn decided(result: &str, reason: &str) -> Reply {
    let body = json!({"result": result, "reason": reason, "message": reason});
    Reply::Status(200, "", body)
}

fn held(reason: &str, until: &str) -> Reply {
    let body = json!({"result": "denied", "reason": reason, "message": "a person is needed",
        "approval": {"request_id": "apr_1", "status": "pending", "expires_at": until}});
    Reply::Status(200, "", body)
}

fn patient(asked: usize, resource: &str, until: &str) -> Reply {
    match (resource, asked) {
        ("orders/10482", 0) => Reply::Status(503, "", json!({"code": "overloaded"})),
        ("orders/10482", 1) => {
            Reply::Status(429, "retry-after: 1\r\n", json!({"code": "rate_limited"}))
        }
        ("orders/10482", _) => decided("approved", "all_checks_passed"),
        ("customers/2291/payment-methods", 0) => Reply::Lost,
        ("customers/2291/payment-methods", _) => decided("denied", "permission_denied"),
        (_, 0) => held("approval_required", until),
        (_, _) => held("approval_pending", until),
    }
}

fn over_quota(_: usize, _: &str, _: &str) -> Reply {
    Reply::Status(
        429,
        "retry-after: 1000000\r\n",
        json!({"code": "quota_exceeded"}),
    )
}

fn wrong_key(_: usize, _: &str, _: &str) -> Reply {
    Reply::Status(401, "", json!({"code": "invalid_key", "detail": "revoked"}))
}

fn wrong_question(_: usize, _: &str, _: &str) -> Reply {
    Reply::Status(422, "", json!({"code": "not_canonical"}))
}

/// Questions by resource, in the order in which they came.
type Asked = Arc<Mutex<BTreeMap<String, Questions>>>;

/// What was asked about one resource.
#[derive(Default, Clone, Debug)]
struct Questions {
    until: String,
    all: Vec<Value>,
}

/// Answers on a port of its own until the test ends.
fn serve(script: Script) -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Asked::default();
    let kept = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            // A client that goes away is its own business.
            answer(&stream, script, &kept).ok();
        }
    });
    (url, asked)
}

fn answer(stream: &TcpStream, script: Script, asked: &Asked) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? <= 2 {
            break;
        }
        let lower = line.to_ascii_lowercase();
        if let Some(value) = lower.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let question: Value = serde_json::from_slice(&body)?;
    let resource = question["resource"].as_str().unwrap().to_owned();
    let mut all = asked.lock().unwrap();
    let earlier = all.entry(resource.clone()).or_insert_with(|| {
        let now = SystemEnvironment::default().now();
        Questions {
            until: now.plus(Duration::from_millis(2500)).to_string(),
            all: Vec::new(),
        }
    });
    let reply = script(earlier.all.len(), &resource, &earlier.until);
    earlier.all.push(question);
    let Reply::Status(status, headers, body) = reply else {
        return Ok(());
    };
    let body = body.to_string();
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    )
}

/// The programs.
fn programs() -> Vec<Block> {
    let text = std::fs::read_to_string(crate::docs().join("GETTING_STARTED.md")).unwrap();
    let is_program = |block: &Block| match &*block.kind {
        "python" | "typescript" | "go" => true,
        "sh" => block.text.starts_with("may() {"),
        _ => false,
    };
    let programs: Vec<Block> = blocks(&text)
        .unwrap()
        .into_iter()
        .filter(is_program)
        .collect();
    assert_eq!(programs.len(), 4);
    programs
}

/// What became of a program.
struct Tried {
    is_fine: bool,
    printed: Printed,
    asked: BTreeMap<String, Questions>,
}

/// Runs a program against the script; nothing where what runs it is missing.
fn tried(kind: &str, script: Script) -> Option<Tried> {
    let programs = programs();
    let block = programs.iter().find(|block| block.kind == kind).unwrap();
    let (url, asked) = serve(script);
    let mut session = Session::start();
    session
        .run(&format!("export PORTCULLIS_URL={url}\n"))
        .unwrap();
    let outcome = match kind {
        "sh" => Some(session.run(&block.text)),
        _ => program(&mut session, block).unwrap(),
    };
    let (is_fine, printed) = match outcome? {
        Ok(printed) => (true, printed),
        Err(broken) => (false, broken.printed),
    };
    let asked = asked.lock().unwrap().clone();
    Some(Tried {
        is_fine,
        printed,
        asked,
    })
}

#[rstest]
fn a_program_waits_as_it_is_told_and_never_acts_unanswered(
    #[values("sh", "python", "typescript", "go")] kind: &str,
) {
    let Some(Tried { printed, asked, .. }) = tried(kind, patient) else {
        return;
    };
    let lines = printed.stdout.lines();
    let words: Vec<&str> = lines
        .map(|line| line.get(..4).unwrap_or(line).trim())
        .collect();
    assert_eq!(words, ["go", "stop", "stop"], "{printed:?}");
    let counts: Vec<usize> = asked
        .values()
        .map(|questions| questions.all.len())
        .collect();
    let [denied, approved, refunds] = counts[..] else {
        panic!("{asked:?}")
    };
    assert_eq!((approved, denied), (3, 2), "{asked:?}");
    assert!((2..=4).contains(&refunds), "{refunds}");
    for Questions { all, .. } in asked.values() {
        assert!(all.iter().all(|question| *question == all[0]), "{all:?}");
    }
}

#[rstest]
fn a_program_does_not_wait_for_what_takes_too_long(
    #[values("sh", "python", "typescript", "go")] kind: &str,
) {
    let Some(Tried { printed, asked, .. }) = tried(kind, over_quota) else {
        return;
    };
    let has_gone = printed.stdout.lines().any(|line| line.starts_with("go"));
    assert!(
        printed.stdout.starts_with("stop") && !has_gone,
        "{printed:?}"
    );
    assert!(
        asked.values().all(|questions| questions.all.len() == 1),
        "{asked:?}"
    );
}

#[rstest]
fn a_program_stops_and_tells_a_person_where_asking_again_changes_nothing(
    #[values("sh", "python", "typescript", "go")] kind: &str,
    #[values((wrong_key as Script, "401"), (wrong_question as Script, "422"))] how: (Script, &str),
) {
    let (script, status) = how;
    let Some(tried) = tried(kind, script) else {
        return;
    };
    let Printed { stdout, stderr } = &tried.printed;
    assert!(!tried.is_fine, "{stdout}");
    assert!(
        stdout.contains(status) || stderr.contains(status),
        "{stdout}{stderr}"
    );
    assert!(
        !stdout.lines().any(|line| line.starts_with("go")),
        "{stdout}"
    );
    let count: usize = tried
        .asked
        .values()
        .map(|questions| questions.all.len())
        .sum();
    assert_eq!(count, 1, "{:?}", tried.asked);
}
