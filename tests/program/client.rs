//! A small HTTP/1.1 client on one kept-alive connection. It sends each request once, so that what
//! it got no answer to stays unanswered.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read as _, Result, Write as _};
use std::net::TcpStream;

use serde_json::Value;

use super::PATIENCE;

/// An answer as it came.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter();
        all.find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The code of a problem document.
    pub fn code(&self) -> String {
        super::text(&self.json(), "code")
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        write!(f, "{} {:?} {body}", self.status, self.headers)
    }
}

/// Reads one answer with its body; header names in lower case.
pub fn read_answer(reader: &mut impl BufRead) -> Result<Answer> {
    let malformed = || Error::new(ErrorKind::InvalidData, "not an answer");
    let first = read_line(reader)?;
    let status = first.split(' ').nth(1).and_then(|word| word.parse().ok());
    let mut headers = Vec::new();
    loop {
        let line = read_line(reader)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(malformed)?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(Ok(0), |(_, value)| value.parse());
    let mut body = vec![0; length.map_err(|_| malformed())?];
    reader.read_exact(&mut body)?;
    Ok(Answer {
        status: status.ok_or_else(malformed)?,
        headers,
        body,
    })
}

fn read_line(reader: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let Some(line) = line.strip_suffix('\n') else {
        return Err(ErrorKind::UnexpectedEof.into());
    };
    Ok(line.trim_end_matches('\r').to_owned())
}

/// Who asks, over one connection that is opened when it is needed.
pub struct Client {
    address: String,
    bearer: Option<String>,
    connection: Option<BufReader<TcpStream>>,
}

impl Client {
    pub fn new(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            bearer: None,
            connection: None,
        }
    }

    /// One with an API key or an operator's token.
    pub fn bearing(address: &str, secret: &str) -> Self {
        Self {
            bearer: Some(secret.to_owned()),
            ..Self::new(address)
        }
    }

    /// One request, named so that its record can be found; `Null` is no body.
    pub fn ask_as(&mut self, id: &str, method: &str, path: &str, body: &Value) -> Result<Answer> {
        let bytes = self.request(id, method, path, body);
        let asked = self.send(&bytes).and_then(|()| self.read());
        if asked.is_err() {
            self.connection = None;
        }
        asked
    }

    pub fn ask(&mut self, method: &str, path: &str, body: &Value) -> Answer {
        self.ask_as("test", method, path, body)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    pub fn get(&mut self, path: &str) -> Value {
        self.done("GET", path, &Value::Null)
    }

    pub fn post(&mut self, path: &str, body: &Value) -> Value {
        self.done("POST", path, body)
    }

    /// A request that must work.
    pub fn done(&mut self, method: &str, path: &str, body: &Value) -> Value {
        let answer = self.ask(method, path, body);
        let is_done = (200..300).contains(&answer.status);
        assert!(is_done, "{method} {path}: {answer:?}");
        answer.json()
    }

    /// A check's decision.
    pub fn check(&mut self, agent: &str, action: &str, resource: &str) -> Value {
        let body = serde_json::json!({"agent_id": agent, "action": action, "resource": resource});
        self.post("/api/agents/check", &body)
    }

    /// The bytes of a request.
    pub fn request(&self, id: &str, method: &str, path: &str, body: &Value) -> Vec<u8> {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let bearer = self.bearer.as_ref();
        let bearer = bearer.map(|secret| format!("authorization: Bearer {secret}\r\n"));
        format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nx-request-id: {id}\r\n{}\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            bearer.unwrap_or_default(),
            body.len()
        )
        .into_bytes()
    }

    /// Sends bytes without waiting for what they lead to.
    pub fn send(&mut self, bytes: &[u8]) -> Result<()> {
        if self.connection.is_none() {
            let stream = TcpStream::connect(&self.address)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_write_timeout(Some(PATIENCE))?;
            self.connection = Some(BufReader::new(stream));
        }
        let connection = self.connection.as_mut().ok_or(ErrorKind::NotConnected)?;
        connection.get_mut().write_all(bytes)
    }

    /// The next answer on the connection.
    pub fn read(&mut self) -> Result<Answer> {
        read_answer(self.connection.as_mut().ok_or(ErrorKind::NotConnected)?)
    }

    /// Whether the peer closes the connection, and says nothing more before it does.
    pub fn is_closed(&mut self) -> bool {
        let connection = self.connection.as_mut();
        match connection.map(|reader| reader.get_mut().read(&mut [0; 64])) {
            None | Some(Ok(0)) => true,
            Some(Ok(_)) => false,
            Some(Err(error)) => error.kind() == ErrorKind::ConnectionReset,
        }
    }
}
