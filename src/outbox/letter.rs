//! A letter as it goes over the wire (RFC 5322).

use std::fmt;

use lettre::address::Address;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue,
};
use lettre::message::{Body, Mailbox as LettreMailbox, Message, SinglePart};

use crate::domain::id::MessageId;

/// RFC 5322, section 2.1.1, without the end of the line.
const MAX_LINE_BYTES: usize = 998;

/// A text to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The subject, on one line.
    pub subject: String,
    /// The text, in lines.
    pub text: String,
}

/// It may hold the secret of a link.
impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Letter(hidden)")
    }
}

/// An address with or without a name: `gate@example.com`, `Portcullis <gate@example.com>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox(LettreMailbox);

impl Mailbox {
    /// Reads one.
    pub fn parse(text: &str) -> Option<Self> {
        if text.chars().any(char::is_control) {
            return None;
        }
        text.parse().ok().map(Self)
    }

    /// The same as it goes over the wire.
    pub(super) fn wire(&self) -> LettreMailbox {
        LettreMailbox::new(self.0.name.clone(), with_ascii_domain(&self.0.email))
    }

    /// The address alone, as it goes over the wire.
    pub(super) fn address(&self) -> Address {
        with_ascii_domain(&self.0.email)
    }
}

/// The address as every relay takes it: a domain of any script in its ASCII form (RFC 5891). What
/// stands before the `@` has no such form.
pub(super) fn with_ascii_domain(address: &Address) -> Address {
    let domain = address.domain();
    if domain.is_ascii() {
        return address.clone();
    }
    let ascii = idna::domain_to_ascii(domain).ok();
    let ascii = ascii.and_then(|domain| Address::new(address.user(), domain).ok());
    ascii.unwrap_or_else(|| address.clone())
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// RFC 3834: nobody's absence is to be answered with an answer.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The whole letter, in ASCII alone but for what stands before the `@` of an address.
pub(super) fn written(
    id: MessageId,
    from: &Mailbox,
    reply_to: Option<&Mailbox>,
    to: &Address,
    letter: &Letter,
) -> Result<Vec<u8>, String> {
    let subject: String = letter
        .subject
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let message_id = format!("<{id}@{}>", from.address().domain());
    let mut builder = Message::builder()
        .from(from.wire())
        .to(LettreMailbox::new(None, to.clone()))
        .message_id(Some(message_id))
        .date_now()
        .header(AutoSubmitted)
        .subject(subject);
    if let Some(reply_to) = reply_to {
        builder = builder.reply_to(reply_to.wire());
    }
    // The end of the last line is the part's. Strangers write into some letters: a carriage return
    // alone must not travel, since some relays take it for the end of a line and others do not
    // (RFC 5321, section 2.3.8).
    let text = letter.text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.replace(
        |letter: char| letter.is_control() && !"\n\t".contains(letter),
        " ",
    );
    let text = text.trim_end().replace('\n', "\r\n");
    let is_plain = text.is_ascii() && text.lines().all(|line| line.len() <= MAX_LINE_BYTES);
    // A link stays in one piece where it can, and other scripts stay as readable as they can be.
    let text = if is_plain {
        Body::dangerous_pre_encoded(text.into_bytes(), ContentTransferEncoding::SevenBit)
    } else {
        let encoding = ContentTransferEncoding::QuotedPrintable;
        Body::new_with_encoding(text, encoding)
            .map_err(|_| "the letter cannot be written".to_owned())?
    };
    let part = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .body(text);
    builder
        .singlepart(part)
        .map(|message| message.formatted())
        .map_err(|error| format!("the letter cannot be written: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: &str, subject: &str, body: &str) -> String {
        let letter = Letter {
            subject: subject.to_owned(),
            text: body.to_owned(),
        };
        let (id, to) = (MessageId::from_bytes([1; 16]), "ops@acme.example".parse());
        let from = Mailbox::parse(from).unwrap();
        let bytes = written(id, &from, None, &to.unwrap(), &letter).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn nothing_in_a_text_becomes_a_header() {
        let letter = text(
            "Gate <gate@example.com>",
            "Hello\r\nBcc: eve@evil.example",
            "a\nb\n.\n\u{e9}\n",
        );
        assert!(letter.is_ascii());
        let (head, body) = letter.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
        assert!(head.contains("Subject: Hello  Bcc: eve@evil.example"));
        assert!(head.contains("Auto-Submitted: auto-generated"));
        assert!(head.contains("Message-ID: <msg_01040g"), "{head}");
        assert!(head.contains("@example.com>"));
        assert!(body.contains("=C3=A9"), "{body}");
        assert!(!letter.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn no_carriage_return_travels_alone() {
        for text_of_a_stranger in ["a\rb\r.\rc\r\n.\r\nd", "\u{e9}\rb\r.\rc\r\n.\r\nd\r"] {
            let letter = text("gate@example.com", "Hi", text_of_a_stranger);
            let (_, body) = letter.split_once("\r\n\r\n").unwrap();
            assert!(!body.replace("\r\n", "").contains(['\r', '\n']), "{body:?}");
            assert!(!body.contains("=0D"), "{body:?}");
            assert!(body.ends_with("b\r\n.\r\nc\r\n.\r\nd\r\n"), "{body:?}");
        }
    }

    #[test]
    fn names_and_subjects_of_all_the_world_are_encoded() {
        let letter = text(
            "\"Tor, S\u{fc}d\" <gate@example.com>",
            "Gr\u{fc}\u{df}e",
            "x",
        );
        assert!(letter.is_ascii());
        assert!(letter.contains("Subject: =?utf-8?b?"), "{letter}");
        assert!(letter.contains("From: =?utf-8?b?"), "{letter}");
    }

    #[test]
    fn domains_of_all_the_world_are_written_in_ascii() {
        let letter = text("Gate <gate@t\u{fc}rhut.example>", "Hi", "x");
        assert!(letter.is_ascii(), "{letter}");
        assert!(letter.contains("<gate@xn--trhut-kva.example>"), "{letter}");
        assert!(letter.contains("@xn--trhut-kva.example>\r\n"), "{letter}");
        for (given, expected) in [
            ("ops@B\u{fc}cher.example", "ops@xn--bcher-kva.example"),
            ("ops@acme.example", "ops@acme.example"),
            (
                "j\u{f6}rg@b\u{fc}cher.example",
                "j\u{f6}rg@xn--bcher-kva.example",
            ),
        ] {
            let address: Address = given.parse().unwrap();
            assert_eq!(with_ascii_domain(&address).to_string(), expected);
        }
    }

    #[test]
    fn no_control_character_travels() {
        let letter = text(
            "gate@example.com",
            "Hi\u{1b}[2J",
            "a\u{0}\u{1b}[2J\u{7}\tb\n",
        );
        assert!(!letter.contains(['\0', '\u{1b}', '\u{7}']), "{letter:?}");
        assert!(letter.contains("a  [2J \tb\r\n"), "{letter:?}");
    }

    #[test]
    fn mailboxes() {
        for (text, is_one) in [
            ("gate@example.com", true),
            ("Portcullis <gate@example.com>", true),
            ("gate", false),
            ("", false),
            ("a@b.c, d@e.f", false),
            ("Gate\r\nBcc: x <gate@example.com>", false),
        ] {
            assert_eq!(Mailbox::parse(text).is_some(), is_one, "{text:?}");
        }
    }
}
