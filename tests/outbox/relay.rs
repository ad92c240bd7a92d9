//! A small mail relay on a thread, which does as it is told.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What comes after the end of a letter.
#[derive(Clone, Copy)]
pub enum After {
    Reply(&'static str),
    Drop,
    /// Nothing for that many seconds.
    Hang(u64),
}

/// How a relay behaves.
#[derive(Clone)]
pub struct Manners {
    pub greeting: &'static [u8],
    pub is_implicit: bool,
    pub offers_starttls: bool,
    /// Something said in clear right behind the word to encrypt.
    pub smuggles: bool,
    pub offers: &'static [&'static str],
    pub auth: &'static str,
    pub mail: &'static str,
    pub rcpt: &'static str,
    pub data: &'static str,
    pub after: After,
    /// Letters whose end it has seen, answered or not.
    pub ended: Arc<AtomicUsize>,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            greeting: b"220 relay.test ESMTP\r\n",
            is_implicit: false,
            offers_starttls: false,
            smuggles: false,
            offers: &["8BITMIME"],
            auth: "235 welcome",
            mail: "250 fine",
            rcpt: "250 fine",
            data: "354 go on",
            after: After::Reply("250 queued as 42"),
            ended: Arc::default(),
        }
    }
}

/// A letter, as a relay got it.
#[derive(Debug, Clone, Default)]
pub struct Got {
    pub commands: Vec<String>,
    pub was_encrypted: bool,
    pub letter: String,
}

/// The TLS of a server with a fresh certificate for that name, and the certificate as PEM.
pub fn certified(name: &str) -> (Arc<ServerConfig>, String) {
    let made = rcgen::generate_simple_self_signed(vec![name.to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    (Arc::new(tls), made.cert.pem())
}

/// A relay that listens, and the names of its certificate.
pub struct Relay {
    pub address: SocketAddr,
    /// Its authority, in PEM.
    pub ca: String,
    pub got: Arc<Mutex<Vec<Got>>>,
    ended: Receiver<()>,
}

impl Relay {
    /// Listens, with a certificate for that name.
    pub fn start(manners: Manners, name: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (tls, ca) = certified(name);
        let got: Arc<Mutex<Vec<Got>>> = Arc::default();
        let (tell, ended) = channel();
        let kept = Arc::clone(&got);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                stream
                    .set_read_timeout(Some(Duration::from_secs(20)))
                    .unwrap();
                let mut one = Got::default();
                serve(stream, &manners, &tls, &mut one);
                kept.lock().unwrap().push(one);
                tell.send(()).ok();
            }
        });
        Self {
            address,
            ca,
            got,
            ended,
        }
    }

    /// The next connection, once it is over.
    pub fn next(&self) -> Got {
        self.ended.recv_timeout(Duration::from_secs(30)).unwrap();
        self.got.lock().unwrap().last().unwrap().clone()
    }

    /// Letters whose end was seen.
    pub fn letters(&self) -> Vec<String> {
        let got = self.got.lock().unwrap();
        let all = got.iter().map(|one| one.letter.clone());
        all.filter(|letter| !letter.is_empty()).collect()
    }
}

trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

fn serve(stream: TcpStream, manners: &Manners, tls: &Arc<ServerConfig>, got: &mut Got) {
    if manners.is_implicit {
        got.was_encrypted = true;
        let mut stream = encrypted(stream, tls);
        stream.write_all(manners.greeting).ok();
        talk(&mut stream, manners, got);
        return;
    }
    let mut stream = stream;
    stream.write_all(manners.greeting).ok();
    if talk(&mut stream, manners, got) == Some("STARTTLS") {
        got.was_encrypted = true;
        talk(&mut encrypted(stream, tls), manners, got);
    }
}

fn encrypted(
    stream: TcpStream,
    tls: &Arc<ServerConfig>,
) -> StreamOwned<ServerConnection, TcpStream> {
    StreamOwned::new(ServerConnection::new(Arc::clone(tls)).unwrap(), stream)
}

/// Answers until the end, or until the encryption begins.
fn talk(stream: &mut dyn Stream, manners: &Manners, got: &mut Got) -> Option<&'static str> {
    loop {
        let line = line(stream)?;
        let word = line.split(' ').next().unwrap().to_ascii_uppercase();
        got.commands.push(line.clone());
        let answer = match word.as_str() {
            "EHLO" => {
                let mut offers = vec!["relay.test"];
                offers.extend(manners.offers);
                if manners.offers_starttls && !got.was_encrypted {
                    offers.push("STARTTLS");
                }
                let last = offers.len() - 1;
                let lines = offers.iter().enumerate().map(|(place, offer)| {
                    let mark = if place == last { ' ' } else { '-' };
                    format!("250{mark}{offer}\r\n")
                });
                stream
                    .write_all(lines.collect::<String>().as_bytes())
                    .ok()?;
                continue;
            }
            "STARTTLS" => {
                let extra = if manners.smuggles { "250 oops\r\n" } else { "" };
                let answer = format!("220 go\r\n{extra}");
                stream.write_all(answer.as_bytes()).ok()?;
                return Some("STARTTLS");
            }
            "AUTH" => manners.auth,
            "MAIL" => manners.mail,
            "RCPT" => manners.rcpt,
            "DATA" => {
                stream
                    .write_all(format!("{}\r\n", manners.data).as_bytes())
                    .ok()?;
                if !manners.data.starts_with('3') {
                    continue;
                }
                got.letter = letter(stream)?;
                manners.ended.fetch_add(1, Ordering::SeqCst);
                match manners.after {
                    After::Reply(reply) => reply,
                    After::Drop => return None,
                    After::Hang(seconds) => {
                        std::thread::sleep(Duration::from_secs(seconds));
                        return None;
                    }
                }
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").ok();
                return None;
            }
            _ => "500 what?",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).ok()?;
    }
}

fn line(stream: &mut dyn Stream) -> Option<String> {
    let mut line = Vec::new();
    while !line.ends_with(b"\r\n") {
        let mut byte = [0];
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        line.push(byte[0]);
    }
    Some(String::from_utf8(line).unwrap().trim_end().to_owned())
}

/// A letter up to its end, with the doubled dots made single.
fn letter(stream: &mut dyn Stream) -> Option<String> {
    let mut letter = String::new();
    loop {
        let line = line(stream)?;
        if line == "." {
            return Some(letter);
        }
        letter.push_str(line.strip_prefix('.').unwrap_or(&line));
        letter.push('\n');
    }
}
