//! A small receiver of webhooks on a thread, which checks every signature.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver as Channel, channel};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The secret that it shares.
pub const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// A request that it got.
#[derive(Debug)]
pub struct Event {
    pub path: String,
    pub headers: BTreeMap<String, String>,
    pub body: String,
    pub is_signed: bool,
}

pub struct Receiver {
    pub address: SocketAddr,
    events: Channel<Event>,
}

impl Receiver {
    /// Answers each request with the next of these, and then with the last one.
    pub fn start(answers: &'static [&'static [u8]]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (tell, events) = channel();
        std::thread::spawn(move || {
            for (place, stream) in listener.incoming().enumerate() {
                let mut stream = stream.unwrap();
                let event = read(&stream);
                let answer = answers.get(place).or(answers.last()).unwrap();
                stream.write_all(answer).ok();
                if tell.send(event).is_err() {
                    return;
                }
            }
        });
        Self { address, events }
    }

    pub fn next(&self) -> Event {
        self.events.recv_timeout(Duration::from_secs(30)).unwrap()
    }
}

fn read(stream: &std::net::TcpStream) -> Event {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
    let mut body = vec![0; headers["content-length"].parse().unwrap()];
    reader.read_exact(&mut body).unwrap();
    let body = String::from_utf8(body).unwrap();
    let key = STANDARD
        .decode(SECRET.strip_prefix("whsec_").unwrap())
        .unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
    let (id, at) = (&headers["webhook-id"], &headers["webhook-timestamp"]);
    mac.update(format!("{id}.{at}.{body}").as_bytes());
    let expected = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    Event {
        path: first.split(' ').nth(1).unwrap().to_owned(),
        is_signed: headers["webhook-signature"] == expected,
        headers,
        body,
    }
}
