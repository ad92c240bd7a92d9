//! The dialogue with a relay (RFC 5321), in lettre's words. Its own connection is not used, because
//! it reads a line of any length, keeps what came before the encryption, and does not tell a letter
//! that was cut off from one whose receipt got lost.

use lettre::address::Address;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::commands::{Auth, Data, Ehlo, Mail, Quit, Rcpt, Starttls};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter, ServerInfo};
use lettre::transport::smtp::response::{Response, Severity};
use zeroize::Zeroizing;

use super::Outcome;
use super::line::{Broken, Deadline, Line};

/// Bytes of one line of an answer (RFC 5321, section 4.5.3.1.5 asks for 512).
const MAX_LINE_BYTES: usize = 4096;
/// Lines of one answer.
const MAX_LINES: usize = 100;
/// Challenges of an authentication.
const MAX_CHALLENGES: usize = 4;
/// Characters of an answer that are told.
const MAX_TOLD: usize = 300;
/// Letters and digits in a row that no relay says of its own: it quotes the letter, and with it
/// perhaps the secret of a link. Those of a secret are 46.
const QUOTED_CHARS: usize = 40;

/// What an operator may put right, so that it is tried again.
#[derive(Debug)]
pub(super) struct Later(pub(super) String);

impl From<Broken> for Later {
    fn from(broken: Broken) -> Self {
        Self(broken.0)
    }
}

/// A relay that was greeted.
pub(super) struct Dialogue<'a> {
    line: Line<'a>,
    answer: std::time::Duration,
    hello: ClientId,
    offers: ServerInfo,
}

impl<'a> Dialogue<'a> {
    /// Waits for the greeting, and says hello.
    pub(super) fn begin(
        line: Line<'a>,
        answer: std::time::Duration,
        hello: &str,
    ) -> Result<Self, Later> {
        let mut dialogue = Self {
            line,
            answer,
            hello: ClientId::Domain(hello.to_owned()),
            offers: ServerInfo::default(),
        };
        let greeting = dialogue.reply(answer)?;
        positive(&greeting, "greets with")?;
        dialogue.say_hello()?;
        Ok(dialogue)
    }

    /// Encrypts, or ends: what a relay does not offer is not done without.
    pub(super) fn encrypted(
        mut self,
        host: &str,
        config: &std::sync::Arc<rustls::ClientConfig>,
    ) -> Result<Self, Later> {
        if !self.offers.supports_feature(Extension::StartTls) {
            let why = "the relay offers no STARTTLS, and nothing is sent without encryption";
            return Err(Later(why.to_owned()));
        }
        let reply = self.ask(&Starttls)?;
        positive(&reply, "refuses to encrypt with")?;
        self.line = self.line.encrypted(host, config)?;
        // What it offered before could have been anybody's word.
        self.offers = ServerInfo::default();
        self.say_hello()?;
        Ok(self)
    }

    /// Proves who asks.
    pub(super) fn authenticate(&mut self, name: &str, password: &str) -> Result<(), Later> {
        let odd = |_| Later("the relay asks for a password in an odd way".to_owned());
        let mechanism = self.offers.get_auth_mechanism(DEFAULT_MECHANISMS);
        let mechanism = mechanism.ok_or_else(|| {
            Later("the relay takes a password in no way that is known here".to_owned())
        })?;
        let credentials = Credentials::new(name.to_owned(), password.to_owned());
        let mut command = Auth::new(mechanism, credentials.clone(), None).map_err(odd)?;
        for _ in 0..=MAX_CHALLENGES {
            let said = Zeroizing::new(command.to_string());
            self.line.write(said.as_bytes())?;
            let reply = self.reply(self.answer)?;
            if !reply.has_code(334) {
                return positive(&reply, "refuses the name or the password with");
            }
            command =
                Auth::new_from_response(mechanism, credentials.clone(), &reply).map_err(odd)?;
        }
        Err(Later(
            "the relay asks for a password without end".to_owned(),
        ))
    }

    /// Names the sender and the receiver.
    pub(super) fn address(&mut self, from: &Address, to: &Address) -> Result<(), Outcome> {
        let mut parameters = Vec::new();
        let plain = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        if !plain(from) || !plain(to) {
            if !self.offers.supports_feature(Extension::SmtpUtfEight) {
                let why = "the relay takes no addresses beyond ASCII (SMTPUTF8)";
                return Err(Outcome::Never(why.to_owned()));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let later = |later: Later| Outcome::Later(later.0);
        let reply = self.ask(&Mail::new(Some(from.clone()), parameters));
        let reply = reply.map_err(later)?;
        positive(&reply, "refuses the sender with").map_err(later)?;
        let reply = self
            .ask(&Rcpt::new(to.clone(), Vec::new()))
            .map_err(later)?;
        judged(&reply, "refuses the address with")
    }

    /// Announces a letter.
    pub(super) fn announce(&mut self) -> Result<(), Outcome> {
        let reply = self.ask(&Data).map_err(|later| Outcome::Later(later.0))?;
        if reply.has_code(354) {
            return Ok(());
        }
        judged(&reply, "refuses a letter with")?;
        Err(Outcome::Later(format!(
            "the relay answers {}",
            told(&reply)
        )))
    }

    /// Hands a letter over. Up to its end mark the relay must not take it; after that only its word
    /// tells whether it did.
    pub(super) fn hand_over(
        &mut self,
        letter: &[u8],
        receipt: std::time::Duration,
    ) -> Result<String, Outcome> {
        let later = |broken: Broken| Outcome::Later(broken.0);
        let uncertain = |why: String| Outcome::Uncertain(why);
        self.line.write(&stuffed(letter)).map_err(later)?;
        self.line.hold_on();
        self.line
            .write(b".\r\n")
            .map_err(|broken| uncertain(broken.0))?;
        let reply = self.reply(receipt).map_err(|later| uncertain(later.0))?;
        judged(&reply, "refuses the letter with")?;
        Ok(told(&reply))
    }

    /// Says goodbye, and waits for nothing.
    pub(super) fn leave(mut self) {
        self.line.write(Quit.to_string().as_bytes()).ok();
    }

    fn say_hello(&mut self) -> Result<(), Later> {
        let reply = self.ask(&Ehlo::new(self.hello.clone()))?;
        let offers = ServerInfo::from_response(&reply);
        positive(&reply, "answers hello with")?;
        self.offers = offers.map_err(|_| Later("the relay does not say its name".to_owned()))?;
        Ok(())
    }

    fn ask(&mut self, command: &impl ToString) -> Result<Response, Later> {
        self.line.write(command.to_string().as_bytes())?;
        self.reply(self.answer)
    }

    fn reply(&mut self, within: std::time::Duration) -> Result<Response, Later> {
        let garbage = || Later("what answers is no mail relay".to_owned());
        let mut text = String::new();
        let deadline = Deadline::within(within);
        for _ in 0..MAX_LINES {
            let line = self.line.line(MAX_LINE_BYTES, deadline)?;
            let line = String::from_utf8_lossy(&line);
            let mark = line.as_bytes().get(3).copied();
            let bare = line.trim_end_matches(['\r', '\n']);
            // Three digits alone are an answer too (RFC 5321, section 4.2.1).
            let is_last = mark != Some(b'-');
            text.push_str(bare);
            if bare.len() == 3 {
                text.push(' ');
            }
            text.push_str("\r\n");
            if is_last {
                return text.parse().map_err(|_| garbage());
            }
        }
        Err(garbage())
    }
}

/// Dots at the start of a line are doubled (RFC 5321, section 4.5.2), and the last line ends.
fn stuffed(letter: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(letter.len() + 16);
    let mut at_start = true;
    for byte in letter {
        if at_start && *byte == b'.' {
            out.push(b'.');
        }
        out.push(*byte);
        at_start = *byte == b'\n';
    }
    if !at_start {
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// Whether it is well, where an operator may put right what is not.
fn positive(reply: &Response, doing: &str) -> Result<(), Later> {
    if reply.is_positive() {
        return Ok(());
    }
    Err(Later(format!("the relay {doing} {}", told(reply))))
}

/// Whether it is well, where the relay's word on this letter counts.
fn judged(reply: &Response, doing: &str) -> Result<(), Outcome> {
    let why = format!("the relay {doing} {}", told(reply));
    match reply.code().severity {
        Severity::PositiveCompletion | Severity::PositiveIntermediate => Ok(()),
        Severity::TransientNegativeCompletion => Err(Outcome::Later(why)),
        Severity::PermanentNegativeCompletion => Err(Outcome::Never(why)),
    }
}

/// An answer for people, on one line, and fit to be kept: it holds no secret of the letter.
fn told(reply: &Response) -> String {
    let words: Vec<&str> = reply.message().collect();
    let text = format!("{} {}", reply.code(), words.join(" "));
    let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
    let plain = without_quoted(&plain);
    plain
        .chars()
        .take(MAX_TOLD)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The text with an ellipsis for each run of letters and digits that is as long as a secret.
fn without_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    // The end of the text ends a run too.
    for letter in text.chars().map(Some).chain([None]) {
        if let Some(letter) = letter.filter(char::is_ascii_alphanumeric) {
            run.push(letter);
            continue;
        }
        if run.len() < QUOTED_CHARS {
            out.push_str(&run);
        } else {
            out.push('\u{2026}');
        }
        run.clear();
        out.extend(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_doubled_and_the_end_is_a_line() {
        for (letter, expect) in [
            ("a\r\n.\r\nb", "a\r\n..\r\nb\r\n"),
            (".", "..\r\n"),
            ("a\r\n", "a\r\n"),
            ("a.b\r\n..c\r\n", "a.b\r\n...c\r\n"),
        ] {
            assert_eq!(stuffed(letter.as_bytes()), expect.as_bytes(), "{letter:?}");
        }
    }
}
