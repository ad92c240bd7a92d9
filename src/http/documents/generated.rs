//! The parts of a document that are made from what is in force: what stands between
//! `<!-- from: NAME … -->` and `<!-- end -->`. In the source tree they hold what the built-in defaults
//! give, which a test keeps in step.

use std::borrow::Cow;

use super::facts::Facts;
use super::{money, own, reference, tables};

const START: &str = "<!-- from: ";
const START_END: &str = " -->";
const END: &str = "<!-- end -->";

/// Why a part cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is no such generator.
    #[error("there is no generator `{0}`")]
    Unknown(String),
    /// What it names is not in force here: a tier that this appliance does not offer.
    #[error("`{0}` is not in force")]
    Absent(String),
    /// The same, of one among several: what is made without it.
    #[error("`{name}` is not in force")]
    Partly {
        /// What is not there.
        name: String,
        /// What was made of the others.
        made: String,
    },
    /// It is not written as the generator wants it.
    #[error("`{0}`: {1}")]
    Wrong(String, &'static str),
    /// The part has no end.
    #[error("`{0}` has no `<!-- end -->`")]
    Endless(String),
}

/// A document with its parts filled.
pub struct Filled {
    /// The text, with the remarks around the parts.
    pub marked: String,
    /// The text as it is read.
    pub plain: String,
    /// What could not be made; that part is as it was.
    pub faults: Vec<Fault>,
}

/// Fills all parts of a document. What is in fences is left alone.
pub fn fill(markdown: &str, facts: &Facts<'_>) -> Filled {
    let mut filled = Filled {
        marked: String::with_capacity(markdown.len()),
        plain: String::with_capacity(markdown.len()),
        faults: Vec::new(),
    };
    let mut rest = markdown;
    while let Some(at) = start_of_part(rest) {
        let (before, part) = rest.split_at(at);
        filled.push(before);
        let read = read_part(part);
        let Some((asked, old, after)) = read else {
            let line = part.lines().next().unwrap_or_default();
            filled.faults.push(Fault::Endless(line.to_owned()));
            rest = part;
            break;
        };
        let new = match made(asked, facts) {
            Ok(new) => framed(old, new),
            Err(fault) => {
                let told = match &fault {
                    Fault::Absent(_) => framed(old, "(not offered here)".to_owned()),
                    Fault::Partly { made, .. } => framed(old, made.clone()),
                    Fault::Unknown(_) | Fault::Wrong(..) | Fault::Endless(_) => old.to_owned(),
                };
                filled.faults.push(fault);
                told
            }
        };
        filled.marked.extend([START, asked, START_END, &new, END]);
        // A part that is a block of its own leaves one empty line where it stood.
        filled.plain.push_str(if new.starts_with('\n') {
            new.trim_start_matches('\n').trim_end_matches('\n')
        } else {
            &new
        });
        rest = after;
    }
    filled.push(rest);
    filled
}

impl Filled {
    fn push(&mut self, text: &str) {
        self.marked.push_str(text);
        self.plain.push_str(text);
    }
}

/// The place of the first part outside of fences.
fn start_of_part(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut is_fenced = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with("```") {
            is_fenced = !is_fenced;
        } else if let Some(place) = line.find(START).filter(|_| !is_fenced) {
            return Some(at + place);
        }
        at += line.len();
    }
    None
}

/// What is asked for, what stands there, and what follows.
fn read_part(part: &str) -> Option<(&str, &str, &str)> {
    let (asked, rest) = part.strip_prefix(START)?.split_once(START_END)?;
    let (old, after) = rest.split_once(END)?;
    (!old.contains(START)).then_some((asked, old, after))
}

/// The part stands as the old one did: in its line, or as a block of its own.
fn framed(old: &str, new: String) -> String {
    if old.starts_with('\n') {
        format!("\n\n{}\n\n", new.trim_matches('\n'))
    } else {
        new
    }
}

fn made(asked: &str, facts: &Facts<'_>) -> Result<String, Fault> {
    let (name, arguments) = asked.split_once(' ').unwrap_or((asked, ""));
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    let wrong = |why| Err(Fault::Wrong(asked.to_owned(), why));
    match (name, arguments.as_slice()) {
        ("tiers", []) => Ok(tables::tiers(facts.tiers)),
        ("tiers-short", []) => Ok(tables::tiers_short(facts.tiers)),
        ("policy", []) => Ok(own::quotation(facts.policy)),
        ("help", []) => Ok(own::quotation(facts.help)),
        ("price", [tier]) => tables::price_of(facts.tiers, tier),
        ("limit", [tier, limit]) => tables::limit_of(facts.tiers, tier, limit),
        ("setting", [key]) => facts.setting(key).map(Cow::into_owned),
        ("growth", pairs) if !pairs.is_empty() => money::growth(facts.tiers, pairs),
        ("roi", pairs) if !pairs.is_empty() => money::roi(facts.tiers, pairs),
        ("routes", words) if !words.is_empty() => reference::chapter(&words.join(" ")),
        ("errors-everywhere", []) => Ok(reference::everywhere()),
        ("errors", []) => Ok(reference::errors()),
        ("version", []) => Ok(env!("CARGO_PKG_VERSION").to_owned()),
        ("verifier-lines", []) => Ok(lines_of_verifier().to_string()),
        (
            "tiers" | "tiers-short" | "policy" | "help" | "errors" | "errors-everywhere"
            | "version" | "verifier-lines",
            _,
        ) => wrong("it takes nothing more"),
        ("routes", _) => wrong("write `routes CHAPTER`"),
        ("price", _) => wrong("write `price TIER`"),
        ("limit", _) => wrong("write `limit TIER LIMIT`"),
        ("setting", _) => wrong("write `setting SECTION.KEY`"),
        ("growth" | "roi", _) => wrong("write `NAME=NUMBER` for each assumption"),
        (_, _) => Err(Fault::Unknown(name.to_owned())),
    }
}

/// How long the program is that verifies a log without this one.
fn lines_of_verifier() -> usize {
    const FORMAT: &str = include_str!("../../../docs/AUDIT_FORMAT.md");
    let fence = FORMAT.lines().skip_while(|line| *line != "```python");
    fence.skip(1).take_while(|line| *line != "```").count()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::tier::Tiers;

    fn filled(markdown: &str) -> Filled {
        let settings = BTreeMap::from([("approvals.expire_after_minutes", "1440".to_owned())]);
        let tiers = Tiers::built_in();
        let facts = Facts {
            tiers: &tiers,
            settings: &settings,
            policy: own::POLICY.built_in,
            help: own::HELP.built_in,
        };
        fill(markdown, &facts)
    }

    #[test]
    fn a_part_in_a_line_is_replaced_and_its_remarks_are_not_read() {
        let done = filled("It costs <!-- from: price pro -->$1<!-- end --> a month.\n");
        assert_eq!(
            done.marked,
            "It costs <!-- from: price pro -->$499<!-- end --> a month.\n"
        );
        assert_eq!(done.plain, "It costs $499 a month.\n");
        assert_eq!(done.faults, []);
        let twice = filled(&done.marked);
        assert_eq!((twice.marked, twice.plain), (done.marked, done.plain));
    }

    #[test]
    fn the_verifier_is_counted() {
        let done = filled("It has <!-- from: verifier-lines -->0<!-- end --> lines.");
        let count: usize = done.plain[7..9].parse().unwrap();
        assert!((20..80).contains(&count), "{}", done.plain);
    }

    #[test]
    fn a_block_stays_a_block() {
        let done = filled("a\n\n<!-- from: tiers-short -->\nold\n<!-- end -->\n\nb\n");
        assert!(done.plain.starts_with("a\n\n| Tier |"), "{}", done.plain);
        assert!(done.plain.ends_with("|\n\nb\n"), "{}", done.plain);
        assert!(done.marked.contains("-->\n\n| Tier |"));
        assert!(done.marked.contains("|\n\n<!-- end -->\n\nb\n"));
        assert_eq!(filled(&done.marked).marked, done.marked);
    }

    #[test]
    fn what_cannot_be_made_is_named_and_left_as_it_was() {
        for (asked, fault) in [
            ("nothing", "there is no generator `nothing`"),
            ("price", "`price`: write `price TIER`"),
            ("setting no.such", "`no.such` is not in force"),
            (
                "limit pro max_love",
                "`limit pro max_love`: there is no such limit",
            ),
            (
                "growth pro",
                "`pro`: write `NAME=NUMBER` for each assumption",
            ),
        ] {
            let text = format!("a <!-- from: {asked} -->b<!-- end --> c");
            let done = filled(&text);
            let faults: Vec<String> = done.faults.iter().map(ToString::to_string).collect();
            assert_eq!(faults, [fault]);
            let is_absent = matches!(&done.faults[..], [Fault::Absent(_)]);
            let shown = if is_absent { "(not offered here)" } else { "b" };
            assert_eq!(done.plain, format!("a {shown} c"));
        }
        let endless = filled("a <!-- from: tiers -->b");
        assert_eq!(
            (endless.plain.as_str(), endless.faults.len()),
            ("a <!-- from: tiers -->b", 1)
        );
        assert_eq!(
            filled("a <!-- from: tiers -->b <!-- from: tiers -->c<!-- end -->")
                .faults
                .len(),
            1
        );
    }

    #[test]
    fn a_tier_that_is_not_offered_is_said_to_be_so() {
        let done = filled("a <!-- from: price gold -->$7<!-- end --> b");
        assert_eq!(done.plain, "a (not offered here) b");
        assert_eq!(done.faults, [Fault::Absent("gold".to_owned())]);
    }

    #[test]
    fn fences_are_left_alone() {
        let text = "```sh\n<!-- from: price pro -->x<!-- end -->\n```\n";
        assert_eq!(filled(text).plain, text);
    }
}
