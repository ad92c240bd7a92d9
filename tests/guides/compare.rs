//! What a document shows against what came. `…` stands for any text in its place.

use serde_json::Value;

const ANY: &str = "…";

/// What is otherwise, at which place.
pub(crate) fn json(shown: &Value, came: &Value) -> Result<(), String> {
    at("", shown, came)
}

fn at(place: &str, shown: &Value, came: &Value) -> Result<(), String> {
    let differs = || {
        Err(format!(
            "`{}` is shown as {shown}, and came as {came}",
            name(place)
        ))
    };
    match (shown, came) {
        (Value::String(shown), _) if shown == ANY => Ok(()),
        (Value::String(shown), Value::String(came)) if matches(shown, came) => Ok(()),
        (Value::Object(shown), Value::Object(came)) => {
            for (member, value) in shown {
                if member == ANY {
                    continue;
                }
                let inner = format!("{place}.{member}");
                let Some(found) = came.get(member) else {
                    return Err(format!("`{}` is shown, and is not there", name(&inner)));
                };
                at(&inner, value, found)?;
            }
            let is_open = shown.contains_key(ANY);
            match came.keys().find(|member| !shown.contains_key(*member)) {
                Some(more) if !is_open => Err(format!(
                    "`{}` is there, and is not shown",
                    name(&format!("{place}.{more}"))
                )),
                Some(_) | None => Ok(()),
            }
        }
        (Value::Array(shown), Value::Array(came)) => {
            let is_open = shown.last().is_some_and(|last| last == ANY);
            let fixed = shown.len() - usize::from(is_open);
            if came.len() < fixed || (came.len() > fixed && !is_open) {
                let (many, there) = (fixed, came.len());
                return Err(format!(
                    "`{}` is shown with {many} items, and came with {there}",
                    name(place)
                ));
            }
            let pairs = shown.iter().take(fixed).zip(came).enumerate();
            for (index, (shown, came)) in pairs {
                at(&format!("{place}[{index}]"), shown, came)?;
            }
            Ok(())
        }
        _ if shown == came => Ok(()),
        _ => differs(),
    }
}

/// Whether the members are those of the example, and of its types. What is null on one side, or has
/// nothing in it, says nothing about the other.
pub(crate) fn shape(place: &str, example: &Value, came: &Value) -> Result<(), String> {
    match (example, came) {
        (Value::Object(example), Value::Object(came)) => {
            if example.is_empty() || came.is_empty() {
                return Ok(());
            }
            let names = |members: &serde_json::Map<String, Value>| {
                let names: Vec<String> = members.keys().cloned().collect();
                names
            };
            let (shown, there) = (names(example), names(came));
            if shown != there {
                return Err(format!(
                    "`{}` has the members {there:?}, the example {shown:?}",
                    name(place)
                ));
            }
            let mut members = example.iter();
            members.try_for_each(|(member, value)| {
                shape(&format!("{place}.{member}"), value, &came[member])
            })
        }
        (Value::Array(example), Value::Array(came)) => match (example.first(), came.first()) {
            (Some(example), Some(came)) => shape(&format!("{place}[0]"), example, came),
            _ => Ok(()),
        },
        (Value::Null, _)
        | (_, Value::Null)
        | (Value::String(_), Value::String(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::Bool(_), Value::Bool(_)) => Ok(()),
        _ => Err(format!(
            "`{}` is {came}, and {example} in the example",
            name(place)
        )),
    }
}

fn name(place: &str) -> &str {
    match place.trim_start_matches('.') {
        "" => "the document",
        inner => inner,
    }
}

/// Whether the text is the shown one, where each `…` is any text, also none.
pub(crate) fn matches(shown: &str, came: &str) -> bool {
    let mut parts = shown.split(ANY);
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = came.strip_prefix(first) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some((_, after)) = rest.split_once(part) else {
            return false;
        };
        rest = after;
    }
    true
}

/// Whether the lines are the shown ones; what stands at the end of a line and of all is not seen.
pub(crate) fn text(shown: &str, came: &str) -> Result<(), String> {
    let tidy = |text: &str| {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    };
    let (shown, came) = (tidy(shown), tidy(came));
    if matches(&shown, &came) {
        return Ok(());
    }
    let pair = shown.lines().zip(came.lines()).enumerate();
    let first = pair
        .filter(|(_, (shown, came))| !matches(shown, came))
        .map(|(place, (shown, came))| {
            format!("line {}: `{shown}` is shown, `{came}` came", place + 1)
        })
        .next();
    Err(first.unwrap_or_else(|| "there are more or fewer lines than shown".to_owned()))
}

/// The last JSON object or array in what was printed, if there is one.
pub(crate) fn last_json(printed: &str) -> Option<Value> {
    let mut found = None;
    let mut rest = printed;
    while let Some(start) = rest.find(['{', '[']) {
        rest = &rest[start..];
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                let end = values.byte_offset();
                found = Some(value);
                rest = &rest[end..];
            }
            Some(Err(_)) | None => rest = &rest[1..],
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_is_compared_with_gaps() {
        for (shown, came, is_same) in [
            ("a", "a", true),
            ("a", "ab", false),
            ("sk-…", "sk-123", true),
            ("sk-…", "op-123", false),
            ("…", "", true),
            ("a…c…e", "abcde", true),
            ("a…c…e", "abde", false),
            ("a…a", "a", false),
            ("…b…", "abc", true),
            ("…b…", "ac", false),
        ] {
            assert_eq!(matches(shown, came), is_same, "{shown} {came}");
        }
    }

    #[test]
    fn every_member_counts() {
        let came = json!({"a": 1, "b": ["x", "y"], "c": {"d": "dec_1"}});
        for shown in [
            json!({"a": 1, "b": ["x", "y"], "c": {"d": "dec_…"}}),
            json!({"a": "…", "b": ["…"], "c": "…"}),
            json!({"a": 1, "…": "…"}),
            json!({"a": 1, "b": ["x", "…"], "…": "…"}),
        ] {
            assert_eq!(json(&shown, &came), Ok(()), "{shown}");
        }
        for (shown, fault) in [
            (
                json!({"a": 2, "…": "…"}),
                "`a` is shown as 2, and came as 1",
            ),
            (
                json!({"a": 1, "b": ["x", "y"]}),
                "`c` is there, and is not shown",
            ),
            (json!({"z": 1, "…": "…"}), "`z` is shown, and is not there"),
            (
                json!({"b": ["x"], "…": "…"}),
                "`b` is shown with 1 items, and came with 2",
            ),
            (
                json!({"b": ["x", "z"], "…": "…"}),
                "`b[1]` is shown as \"z\", and came as \"y\"",
            ),
            (
                json!({"c": {"d": "apr_…"}, "…": "…"}),
                "`c.d` is shown as \"apr_…\", and came as \"dec_1\"",
            ),
            (json!([]), "`the document` is shown as [], and came as"),
        ] {
            let told = json(&shown, &came).unwrap_err();
            assert!(told.starts_with(fault), "{told}");
        }
    }

    #[test]
    fn the_last_document_that_was_printed_is_meant() {
        for (printed, last) in [
            ("", None),
            ("200\n", None),
            ("{\"a\":1}", Some(json!({"a": 1}))),
            ("{\"a\":1}{\"b\":2}", Some(json!({"b": 2}))),
            (
                "HTTP/1.1 200 OK\nx: [not\n\n{\n  \"a\": [1]\n}\n200\n",
                Some(json!({"a": [1]})),
            ),
            ("[]\n", Some(json!([]))),
        ] {
            assert_eq!(last_json(printed), last, "{printed}");
        }
    }
}
