//! The real binary, run against a directory of its own: no shell, no fixed port, no fixed sleep.

pub mod client;
pub mod proof;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take before the test gives up on it.
pub const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(5);
/// The configuration that every command is given.
pub const SETTINGS_FILE: &str = "settings.toml";
/// Settings that keep the requests out of the log.
pub const QUIET: &str = "[log]\nlevel = \"error\"\nrequests = false\n";

/// A place with a data directory (not made yet), a configuration without settings, and room.
pub struct Place {
    root: TempDir,
}

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// The one JSON document on stdout.
    pub fn document(&self) -> Value {
        assert_eq!(self.stdout.lines().count(), 1, "one line: {self:?}");
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The same, of a command that did what it was asked.
    pub fn fine(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        self.document()
    }
}

impl Place {
    pub fn new() -> Self {
        Self::with_settings("")
    }

    /// The same with settings. Tests that ask thousands of questions say `QUIET`.
    pub fn with_settings(settings: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join(SETTINGS_FILE), settings).unwrap();
        Self { root }
    }

    pub fn path(&self) -> &Path {
        self.root.path()
    }

    pub fn data_dir(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.root.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program with nothing from outside: no setting, no file of the machine, no terminal.
    pub fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portcullis"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PORTCULLIS_") {
                command.env_remove(name);
            }
        }
        command.args(args);
        if !args.contains(&"--config") {
            command
                .arg("--config")
                .arg(self.root.path().join(SETTINGS_FILE));
        }
        if !args.contains(&"--data-dir") && args.first() != Some(&"demo") {
            command.arg("--data-dir").arg(self.data_dir());
        }
        command
            .env("TMPDIR", self.root.path())
            .current_dir(self.root.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, args: &[&str]) -> Ran {
        finish(self.program(args).spawn().unwrap())
    }

    /// The same, with JSON.
    pub fn json(&self, args: &[&str]) -> Ran {
        let mut args = args.to_vec();
        args.push("--json");
        self.run(&args)
    }

    /// The same, with something on stdin.
    pub fn feed(&self, args: &[&str], input: &str) -> Ran {
        let mut child = self.program(args).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that fails early reads nothing; what it says about that is looked at below.
        stdin.write_all(input.as_bytes()).ok();
        drop(stdin);
        finish(child)
    }

    /// A customer on the tier `pro`, with an agent that may read orders, and its key.
    pub fn customer(&self) -> (String, String) {
        let made = self
            .json(&[
                "customer",
                "register",
                "--name",
                "Northgate",
                "--email",
                "it@northgate.example",
                "--tier",
                "pro",
            ])
            .fine();
        let (id, key) = (text(&made, "customer_id"), text(&made, "api_key"));
        let agent = [
            "agent",
            "add",
            "--customer",
            &id,
            "--id",
            "bot",
            "--name",
            "Bot",
        ];
        self.json(&[&agent[..], &["--owner", "it"]].concat()).fine();
        for (action, effect) in [("read", "allow"), ("refund", "require_approval")] {
            let permission = [
                "permission",
                "add",
                "--customer",
                &id,
                "--agent",
                "bot",
                "--action",
                action,
                "--resource",
                "orders/*",
                "--effect",
                effect,
            ];
            self.json(&permission).fine();
        }
        (id, key)
    }

    /// Asks whether the agent may; gives the exit code and the document.
    pub fn check(&self, key: &str, action: &str) -> (i32, Value) {
        let args = [
            "check",
            "--agent",
            "bot",
            "--action",
            action,
            "--resource",
            "orders/1",
            "--json",
        ];
        let child = self.program(&args).env("PORTCULLIS_API_KEY", key).spawn();
        let ran = finish(child.unwrap());
        (ran.code, ran.document())
    }

    /// An operator's token, made with the server up or down.
    pub fn operator(&self, username: &str, role: &str) -> String {
        let add = ["operator", "add", "--username", username, "--role", role];
        let made = self.json(&[&add[..], &["--token"]].concat()).fine();
        text(&made, "token")
    }

    /// Starts a server on a free port and waits until it is healthy.
    pub fn serve(&self) -> Running {
        self.serve_with(&[], &[])
    }

    /// The same, with more options and with variables in its environment.
    pub fn serve_with(&self, options: &[&str], environment: &[(&str, &str)]) -> Running {
        let args = [&["serve", "--listen", "127.0.0.1:0", "--json"], options].concat();
        let mut command = self.program(&args);
        command.envs(environment.iter().copied());
        let mut running = Running::start(command);
        let ready = running.document();
        running.address = ready["addresses"][0].as_str().unwrap().into();
        running.wait_until_healthy();
        running
    }
}

/// A member of a document that is a text.
pub fn text(document: &Value, member: &str) -> String {
    let found = document[member].as_str();
    found
        .unwrap_or_else(|| panic!("no {member}: {document}"))
        .to_owned()
}

/// Waits for the end of a process that prints little.
fn finish(mut child: Child) -> Ran {
    let code = wait(&mut child);
    let mut ran = Ran {
        code,
        stdout: String::new(),
        stderr: String::new(),
    };
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut ran.stdout)
        .unwrap();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut ran.stderr)
        .unwrap();
    ran
}

fn wait(child: &mut Child) -> i32 {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code().unwrap_or(-1);
        }
        sleep(PAUSE);
    }
    child.kill().ok();
    panic!("the process does not end");
}

/// A process that runs until it is told to stop.
pub struct Running {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub address: String,
}

impl Running {
    pub fn start(mut command: Command) -> Self {
        // What it says on stderr shows where a test fails.
        command.stderr(Stdio::inherit());
        Self::start_as_it_is(command)
    }

    /// The same with stderr wherever the command sends it.
    pub fn start_as_it_is(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            stdout,
            address: String::new(),
        }
    }

    /// The next line on stdout, as JSON.
    pub fn document(&mut self) -> Value {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: `{line}`"))
    }

    /// What it prints on stdout up to the line that starts so.
    pub fn lines_until(&mut self, start: &str) -> String {
        let mut page = String::new();
        loop {
            let mut line = String::new();
            let count = self.stdout.read_line(&mut line).unwrap();
            assert!(count > 0, "no `{start}` in {page}");
            page.push_str(&line);
            if line.starts_with(start) {
                return page;
            }
        }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn wait_until_healthy(&self) {
        self.wait_for_health(200);
    }

    /// Until nobody listens any more: the drain has begun.
    pub fn wait_until_closed(&self) {
        let start = Instant::now();
        while TcpStream::connect(&self.address).is_ok() {
            assert!(start.elapsed() < PATIENCE, "still open: {}", self.address);
            sleep(PAUSE);
        }
    }

    /// One request over TCP; nothing when the connection fails.
    pub fn ask(&self, method: &str, path: &str, head_and_body: &str) -> Option<(u16, String)> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let rest = if head_and_body.is_empty() {
            "\r\n"
        } else {
            head_and_body
        };
        let message = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{rest}",
            self.address
        );
        stream.write_all(message.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let status = answer.split(' ').nth(1)?.parse().ok()?;
        let body = answer.split_once("\r\n\r\n")?.1.to_owned();
        Some((status, body))
    }

    /// A JSON body over TCP.
    pub fn post(&self, path: &str, body: &str) -> (u16, String) {
        let rest = format!(
            "content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.ask("POST", path, &rest).unwrap()
    }

    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).unwrap());
        kill(pid, signal).unwrap();
    }

    /// Ends it in the middle of whatever it does.
    pub fn kill_9(mut self) {
        self.signal(Signal::SIGKILL);
        self.child.wait().unwrap();
    }

    /// A number that the system keeps of the process, such as `Threads` or `VmHWM` (KiB).
    pub fn status(&self, name: &str) -> u64 {
        let path = format!("/proc/{}/status", self.pid());
        let status = std::fs::read_to_string(path).unwrap();
        let line = status.lines().find(|line| line.starts_with(name));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        number.unwrap().parse().unwrap()
    }

    /// Polls `/health` until it answers so.
    pub fn wait_for_health(&self, wanted: u16) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let asked = self.ask("GET", "/health", "");
            if asked.is_some_and(|(status, _)| status == wanted) {
                return;
            }
            sleep(PAUSE);
        }
        panic!("/health never answered {wanted}: {}", self.address);
    }

    /// Asks it to stop, and gives its exit code.
    pub fn stop(self, signal: Signal) -> i32 {
        self.signal(signal);
        self.wait_for_end()
    }

    /// Its exit code, when it ends by itself.
    pub fn wait_for_end(mut self) -> i32 {
        wait(&mut self.child)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Only a test that failed leaves it running.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
