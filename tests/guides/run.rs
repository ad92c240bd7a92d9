//! Runs a document from its first block to its last.

use std::fs;
use std::io::{BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::blocks::{Block, blocks};
use crate::compare;
use crate::session::{Broken, Printed, Session, portcullis};

/// What the block before left behind, to compare the next with.
enum Before {
    Nothing,
    Printed(Printed),
    Answered(String),
}

/// Runs every block. What fails is told with document and line, what was shown and what came.
pub(crate) fn document(name: &str, text: &str) -> Result<(), String> {
    let text = &without_routes(text);
    let found = blocks(text).map_err(|fault| format!("{name}.md: {fault}"))?;
    let is_run =
        |block: &Block| !matches!(&*block.kind, "sh package" | "console" | "mail" | "quote");
    if !found.iter().any(is_run) {
        return Ok(());
    }
    let mut session = Session::start();
    let mut before = Before::Nothing;
    let total = found.len();
    for block in found {
        before = one(&mut session, &block, before).map_err(|fault| {
            let (line, kind) = (block.line, &block.kind);
            format!("{name}.md:{line}: the `{kind}` block is not true: {fault}")
        })?;
    }
    println!("{name}: {total} blocks");
    Ok(())
}

/// What is made from the table of routes has a test of its own; its lines stay, so that lines keep
/// their numbers.
fn without_routes(text: &str) -> String {
    let mut is_made = false;
    let mut kept = String::new();
    for line in text.lines() {
        is_made |= line.starts_with("<!-- from: routes ");
        if !is_made {
            kept += line;
        }
        kept.push('\n');
        is_made &= line != "<!-- end -->";
    }
    kept
}

fn one(session: &mut Session, block: &Block, before: Before) -> Result<Before, String> {
    let last = if block.follows {
        before
    } else {
        Before::Nothing
    };
    let ran = |outcome: Result<Printed, Broken>| {
        outcome.map(Before::Printed).map_err(|broken| told(&broken))
    };
    match (&*block.kind, last) {
        ("sh", _) => ran(session.run(&block.text)),
        ("json", Before::Printed(printed)) => {
            let shown: Value =
                serde_json::from_str(&block.text).map_err(|error| error.to_string())?;
            let came = compare::last_json(&printed.stdout);
            let came = came.ok_or_else(|| format!("no JSON came\n{}", both(&printed)))?;
            compare::json(&shown, &came).map_err(|fault| format!("{fault}\n{}", both(&printed)))?;
            Ok(Before::Printed(printed))
        }
        ("json", _) => Err("it follows no command in its section".to_owned()),
        ("text" | "csv", Before::Printed(printed)) => {
            compare::text(&block.text, &printed.stdout)
                .map_err(|fault| format!("{fault}\n{}", both(&printed)))?;
            Ok(Before::Printed(printed))
        }
        ("toml", _) => settings(&block.text).map(|()| Before::Nothing),
        ("python" | "go" | "typescript", _) => match program(session, block)? {
            Some(outcome) => ran(outcome),
            None => Ok(Before::Nothing),
        },
        ("http", Before::Answered(answer)) => {
            answered(&block.text, &answer)?;
            Ok(Before::Nothing)
        }
        ("http", _) => sent(session, &block.text).map(Before::Answered),
        (_, last) => Ok(last),
    }
}

fn told(broken: &Broken) -> String {
    let place = broken
        .line
        .map_or(String::new(), |line| format!(" in its line {line}"));
    format!("{}{place}\n{}", broken.why, both(&broken.printed))
}

fn both(printed: &Printed) -> String {
    let Printed { stdout, stderr } = printed;
    format!("--- stdout\n{stdout}\n--- stderr\n{stderr}")
}

/// Whether the program can be had. What is missing is an error where all tests must run, and said
/// otherwise.
fn is_there(word: &str) -> Result<bool, String> {
    let found = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(word).is_file()));
    if !found {
        missing(word, &format!("install `{word}`"))?;
    }
    Ok(found)
}

fn missing(what: &str, remedy: &str) -> Result<(), String> {
    let told = format!("`{what}` is not there: {remedy}, or run .ci/test, which does");
    if std::env::var("CI").is_ok_and(|ci| ci == "true") {
        return Err(told);
    }
    // Past the test runner, which keeps what a test that passes prints.
    writeln!(std::io::stderr(), "NOT RUN: {told}").ok();
    Ok(())
}

pub(crate) type Outcome = Result<Printed, Broken>;

/// Runs a whole program; nothing where what runs it is missing.
pub(crate) fn program(session: &mut Session, block: &Block) -> Result<Option<Outcome>, String> {
    let (runner, file) = match &*block.kind {
        "python" => ("python3", "program.py"),
        "go" => ("go run", "program.go"),
        _ => {
            let compiler = typescript()?;
            return Ok(compiler.map(|compiler| typed_program(session, &compiler, &block.text)));
        }
    };
    if !is_there(runner.split(' ').next().unwrap_or(runner))? {
        return Ok(None);
    }
    fs::write(session.work().join(file), &block.text).unwrap();
    Ok(Some(session.run(&format!("{runner} {file}\n"))))
}

/// The folder of TypeScript's compiler.
fn typescript() -> Result<Option<PathBuf>, String> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/typescript");
    let compiler = std::env::var_os("GUIDES_TYPESCRIPT").map_or(own, PathBuf::from);
    if !compiler.join("bin/tsc").is_file() {
        missing("typescript", "run `npm ci` in tests/browser")?;
        return Ok(None);
    }
    Ok(is_there("node")?.then_some(compiler))
}

/// Checks the types, strictly, and runs what is left without them.
fn typed_program(session: &mut Session, compiler: &Path, text: &str) -> Outcome {
    fs::write(session.work().join("program.ts"), text).unwrap();
    let compiler = compiler.join("bin/tsc");
    session.run(&format!(
        "node '{}' --strict --target es2022 --module es2022 --lib es2022,dom --outDir js program.ts\n\
         mv js/program.js program.mjs\n\
         node program.mjs\n",
        compiler.display()
    ))
}

/// Puts the settings over the defaults. Files that they name are made.
fn settings(text: &str) -> Result<(), String> {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().display().to_string();
    let text = ["/etc/portcullis", "/var/lib/portcullis"]
        .iter()
        .fold(text.to_owned(), |text, path| text.replace(path, &root));
    for line in text.lines() {
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let path = value.trim().trim_matches('"');
        if !path.starts_with(&root) {
            continue;
        }
        if key.trim().ends_with("_file") {
            fs::write(path, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n").unwrap();
            let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
            fs::set_permissions(path, mode).unwrap();
        } else {
            fs::create_dir_all(path).unwrap();
        }
    }
    let file = place.path().join("portcullis.toml");
    fs::write(&file, &text).unwrap();
    let mut command = Command::new(portcullis());
    command.args(["config", "check", "--config"]).arg(&file);
    let output = command.output().unwrap();
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "`portcullis config check` refuses it\n{}",
        String::from_utf8_lossy(&output.stderr)
    ))
}

/// Sends a request as it stands, with the variables in it, and reads the answer to its end.
fn sent(session: &mut Session, text: &str) -> Result<String, String> {
    let mut request = text.trim_end_matches('\n').to_owned();
    while let Some(start) = request.find("$PORTCULLIS_") {
        let name: String = request[start + 1..]
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
            .collect();
        let value = session
            .variable(&name)
            .ok_or_else(|| format!("`${name}` has no value"))?;
        request = request.replace(&format!("${name}"), &value);
    }
    let (head, body) = request.split_once("\n\n").unwrap_or((&request, ""));
    let body = body.trim_end_matches('\n');
    let bytes = format!("{}\r\n\r\n{body}", head.replace('\n', "\r\n"));
    let address = session.url.strip_prefix("http://").unwrap_or(&session.url);
    let mut stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    stream
        .write_all(bytes.as_bytes())
        .map_err(|error| error.to_string())?;
    read_answer(&stream).map_err(|error| format!("no whole answer: {error}"))
}

fn read_answer(stream: &TcpStream) -> std::io::Result<String> {
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        reader.read_exact(&mut byte)?;
        head.extend(byte);
    }
    let head = String::from_utf8_lossy(&head).replace('\r', "");
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body)?;
    Ok(format!("{head}{}", String::from_utf8_lossy(&body)))
}

/// The status line and every header that is shown must be there, and the body when one is shown.
fn answered(shown: &str, came: &str) -> Result<(), String> {
    let (head, body) = shown
        .trim_end()
        .split_once("\n\n")
        .unwrap_or((shown.trim_end(), ""));
    let (came_head, came_body) = came.split_once("\n\n").unwrap_or((came, ""));
    let has = |wanted: &str| {
        let (name, value) = wanted.split_once(':').unwrap_or((wanted, ""));
        came_head.lines().any(|line| match line.split_once(':') {
            Some((known, is)) if wanted.contains(": ") => {
                known.eq_ignore_ascii_case(name) && compare::matches(value.trim(), is.trim())
            }
            _ => compare::matches(wanted, line),
        })
    };
    if let Some(line) = head.lines().find(|line| *line != "…" && !has(line)) {
        return Err(format!("`{line}` did not come\n{came}"));
    }
    if body.is_empty() {
        return Ok(());
    }
    let parsed = (serde_json::from_str(body), serde_json::from_str(came_body));
    match parsed {
        (Ok(shown), Ok(came)) => compare::json(&shown, &came),
        _ => compare::text(body, came_body),
    }
    .map_err(|fault| format!("{fault}\n{came}"))
}
