//! A shell that lives as long as a document, beside a fresh appliance as `portcullis demo` starts it.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use serde_json::Value;
use tempfile::TempDir;

/// How long a block may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// Reads the names of scripts and runs each, with what it prints in files beside it.
const DRIVER: &str = r#"
set -Eeuo pipefail
trap 'printf "%s\n" "$LINENO" >"$script.line"' ERR
while IFS= read -r script; do
    . "$script" </dev/null >"$script.out" 2>"$script.err"
    echo done
done
"#;

/// The program.
pub(crate) fn portcullis() -> PathBuf {
    match std::env::var_os("GUIDES_PORTCULLIS") {
        Some(path) => path.into(),
        None => env!("CARGO_BIN_EXE_portcullis").into(),
    }
}

/// What a block printed.
#[derive(Debug, Default, Clone)]
pub(crate) struct Printed {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Why a block did not run to its end.
#[derive(Debug)]
pub(crate) struct Broken {
    /// The line in the block, from 1.
    pub(crate) line: Option<usize>,
    pub(crate) why: String,
    pub(crate) printed: Printed,
}

/// A demo and a shell.
pub(crate) struct Session {
    pub(crate) place: TempDir,
    pub(crate) url: String,
    server: Child,
    shell: Child,
    stdin: ChildStdin,
    done: Receiver<()>,
    scripts: usize,
}

impl Session {
    /// Beside the demo.
    pub(crate) fn start() -> Self {
        let place = place("");
        let (server, told) = started(place.path(), "demo");
        let text = |member: &str| told[member].as_str().unwrap().to_owned();
        let secrets = [text("api_key"), text("operator_token")];
        let url = text("url");
        Self::beside(place, server, &url, secrets)
    }

    /// Beside a server with these settings and nothing in it but an owner, `serve`.
    pub(crate) fn serve(settings: &str, secrets: &[(&str, &str)]) -> Self {
        let place = place(settings);
        for (name, secret) in secrets {
            let path = place.path().join(name);
            fs::write(&path, secret).unwrap();
            fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600))
                .unwrap();
        }
        let (server, told) = started(place.path(), "serve");
        let mut command = program(place.path());
        command.args([
            "operator",
            "add",
            "--username",
            "owner",
            "--role",
            "owner",
            "--token",
            "--json",
        ]);
        let output = command.output().unwrap();
        let made: Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
        let token = made["token"].as_str().unwrap().to_owned();
        let url = format!("http://{}", told["addresses"][0].as_str().unwrap());
        Self::beside(place, server, &url, [String::new(), token])
    }

    fn beside(place: TempDir, server: Child, url: &str, [api_key, token]: [String; 2]) -> Self {
        let root = place.path();
        let url = url.trim_end_matches('/').to_owned();
        let path = std::env::var("PATH").unwrap_or_default();
        let mut shell = clean(Command::new("bash"));
        shell
            .args(["--noprofile", "--norc", "-c", DRIVER])
            .current_dir(root.join("work"))
            .env("PATH", format!("{}:{path}", root.join("bin").display()))
            .env("HOME", root.join("home"))
            .env("TMPDIR", root)
            .env("LC_ALL", "C.UTF-8")
            .env("PORTCULLIS_URL", &url)
            .env("PORTCULLIS_API_KEY", api_key)
            .env("PORTCULLIS_OPERATOR_TOKEN", token)
            .env("PORTCULLIS_SERVER__DATA_DIR", root.join("data"))
            // Go keeps what it built, and fetches nothing.
            .env("GOCACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("go"))
            .env("GOPROXY", "off")
            .env("GOTOOLCHAIN", "local")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0);
        let mut shell = shell.spawn().expect("bash");
        let stdin = shell.stdin.take().unwrap();
        let stdout = BufReader::new(shell.stdout.take().unwrap());
        let (tell, done) = channel();
        std::thread::spawn(move || {
            for _ in stdout.lines().map_while(Result::ok) {
                if tell.send(()).is_err() {
                    break;
                }
            }
        });
        Self {
            place,
            url,
            server,
            shell,
            stdin,
            done,
            scripts: 0,
        }
    }

    /// The directory that the shell works in.
    pub(crate) fn work(&self) -> PathBuf {
        self.place.path().join("work")
    }

    /// Runs a script in the shell.
    pub(crate) fn run(&mut self, script: &str) -> Result<Printed, Broken> {
        self.scripts += 1;
        let path = self
            .place
            .path()
            .join(format!("scripts/{}.sh", self.scripts));
        fs::write(&path, script).unwrap();
        let is_told = writeln!(self.stdin, "{}", path.display()).and_then(|()| self.stdin.flush());
        let ended = self.wait();
        let beside = |end: &str| {
            let bytes = fs::read(path.with_extension(format!("sh.{end}"))).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let printed = Printed {
            stdout: beside("out"),
            stderr: beside("err"),
        };
        let why = match ended {
            Ok(()) => return Ok(printed),
            Err(RecvTimeoutError::Timeout) => "it took too long".to_owned(),
            Err(RecvTimeoutError::Disconnected) => match (is_told, self.shell.wait()) {
                (Ok(()), Ok(status)) => format!("the shell ended with {status}"),
                (told, status) => format!("the shell is gone: {told:?} {status:?}"),
            },
        };
        Err(Broken {
            line: beside("line").trim().parse().ok(),
            why,
            printed,
        })
    }

    /// Waits for the end of a script, or of the shell: what a document left running in the background
    /// may hold its output open for longer.
    fn wait(&mut self) -> Result<(), RecvTimeoutError> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let is_gone = self.shell.try_wait().is_ok_and(|status| status.is_some());
            match self.done.recv_timeout(Duration::from_millis(50)) {
                Err(RecvTimeoutError::Timeout) if !is_gone => {}
                Err(RecvTimeoutError::Timeout) => return Err(RecvTimeoutError::Disconnected),
                other => return other,
            }
        }
        Err(RecvTimeoutError::Timeout)
    }

    /// The value of a variable of the shell.
    pub(crate) fn variable(&mut self, name: &str) -> Option<String> {
        let printed = self.run(&format!("printf '%s' \"${{{name}-}}\"\n")).ok()?;
        (!printed.stdout.is_empty()).then_some(printed.stdout)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // What a document left running in the background goes with its shell.
        for child in [&mut self.shell, &mut self.server] {
            let group = i32::try_from(child.id()).map(Pid::from_raw);
            if let Ok(group) = group {
                killpg(group, Signal::SIGKILL).ok();
            }
            child.wait().ok();
        }
    }
}

/// A place with folders, the program, and settings that keep the log quiet.
fn place(settings: &str) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    for folder in ["work", "bin", "home", "scripts"] {
        fs::create_dir(root.join(folder)).unwrap();
    }
    std::os::unix::fs::symlink(portcullis(), root.join("bin/portcullis")).unwrap();
    let quiet = "[log]\nlevel = \"error\"\nrequests = false\n";
    let settings = settings.replace("ROOT", &root.display().to_string());
    fs::write(root.join("settings.toml"), format!("{quiet}{settings}")).unwrap();
    place
}

/// The program on the place's settings and data.
fn program(root: &Path) -> Command {
    let mut command = clean(Command::new(portcullis()));
    command
        .arg("--config")
        .arg(root.join("settings.toml"))
        .arg("--data-dir")
        .arg(root.join("data"))
        .current_dir(root)
        .env("TMPDIR", root)
        .stdin(Stdio::null());
    command
}

/// Starts a server and waits for what it prints.
fn started(root: &Path, how: &str) -> (Child, Value) {
    let mut command = program(root);
    command
        .args([how, "--json", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .process_group(0);
    let mut server = command.spawn().unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::new(server.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    let told = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
    (server, told)
}

/// A command with nothing from outside that speaks to the program.
fn clean(mut command: Command) -> Command {
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("PORTCULLIS_") || name.to_ascii_lowercase().ends_with("_proxy") {
            command.env_remove(name);
        }
    }
    command
}
