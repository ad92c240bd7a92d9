//! What differs from run to run, replaced in a way that still asserts: an identifier becomes its
//! kind and a number, the same number wherever the same one stands; a time must be one that the
//! API writes.

use std::collections::HashMap;

use serde_json::Value;

/// Numbers identifiers in the order in which they are first seen.
#[derive(Default)]
pub(crate) struct Tidy {
    seen: HashMap<String, String>,
    counts: HashMap<&'static str, usize>,
}

const KINDS: &[&str] = &[
    "cus_", "key_", "perm_", "dec_", "apr_", "op_", "tok_", "ses_", "stl_", "plk_", "rec_",
    "agent_",
];
const SECRETS: &[&str] = &["sk-", "op-", "se-", "set-", "pse-", "plk-"];

impl Tidy {
    pub(crate) fn value(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| (name.clone(), self.value(value)))
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    pub(crate) fn text(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let at_start = out
                .chars()
                .next_back()
                .is_none_or(|before| !before.is_alphanumeric());
            if at_start && let Some((length, shown)) = self.recognised(rest) {
                out.push_str(&shown);
                rest = &rest[length..];
            } else {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        out
    }

    /// How long the thing at the start is that differs from run to run, and how it is shown.
    fn recognised(&mut self, text: &str) -> Option<(usize, String)> {
        let run = |from: &str| from.bytes().take_while(u8::is_ascii_alphanumeric).count();
        for kind in KINDS {
            if let Some(rest) = text.strip_prefix(kind)
                && run(rest) == 26
            {
                let length = kind.len() + 26;
                let counts = &mut self.counts;
                let shown = self
                    .seen
                    .entry(text[..length].to_owned())
                    .or_insert_with(|| {
                        let count = counts.entry(kind).or_default();
                        *count += 1;
                        format!("{kind}{count}")
                    });
                return Some((length, shown.clone()));
            }
        }
        for kind in SECRETS {
            if let Some(rest) = text.strip_prefix(kind) {
                match run(rest) {
                    46 => return Some((kind.len() + 46, format!("{kind}[secret]"))),
                    4 if rest[4..].starts_with('\u{2026}') => {
                        return Some((kind.len() + 4, format!("{kind}[4]")));
                    }
                    _ => {}
                }
            }
        }
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if run(text) == 32 && text.bytes().take(32).all(is_hex) {
            return Some((32, "[request]".to_owned()));
        }
        let time = text.get(..27)?;
        let is_time =
            time.ends_with('Z') && time.parse::<portcullis::domain::time::Timestamp>().is_ok();
        is_time.then(|| (27, "[time]".to_owned()))
    }
}

#[test]
fn identifiers_keep_their_identity() {
    let id = |last| format!("cus_01k0000000000000000000000{last}");
    let text = format!(
        "{} {} {} sk-AbCd\u{2026} 2026-11-22T16:00:00.000000Z",
        id(1),
        id(2),
        id(1)
    );
    assert_eq!(
        Tidy::default().text(&text),
        "cus_1 cus_2 cus_1 sk-[4]\u{2026} [time]"
    );
    assert_eq!(Tidy::default().text("cus_1 2026-11-22"), "cus_1 2026-11-22");
}
