//! The documents that the operator can replace: the policy of refunds and cancellation, and whom to
//! ask for help.

/// Such a document.
#[derive(Debug)]
pub struct Own {
    /// Its name among the documents.
    pub name: &'static str,
    /// The text where the operator has given none.
    pub built_in: &'static str,
    title: &'static str,
}

/// What is paid back, and how a customer gets out again.
pub const POLICY: Own = Own {
    name: "POLICY",
    built_in: include_str!("../../../assets/policy.md"),
    title: "Refunds and cancellation",
};

/// Whom to ask.
pub const HELP: Own = Own {
    name: "HELP",
    built_in: include_str!("../../../assets/help.md"),
    title: "Where to get help",
};

/// All of them.
pub const ALL: [&Own; 2] = [&POLICY, &HELP];

impl Own {
    /// A text as a document, which has a title.
    pub(super) fn document(&self, text: &str) -> String {
        if text.lines().any(|line| line.starts_with("# ")) {
            text.to_owned()
        } else {
            format!("# {}\n\n{text}", self.title)
        }
    }
}

/// As a quotation within another document: nothing in it ends the quotation or gets a place among the
/// headings.
pub(super) fn quotation(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 256);
    let mut is_fenced = false;
    let mut is_begun = false;
    for line in text.lines() {
        is_fenced ^= line.trim_start().starts_with("```");
        let heading = line.trim_start_matches('#').trim();
        let is_heading = !is_fenced && line.starts_with('#') && !heading.is_empty();
        // The title stands above the quotation already.
        if !is_begun && (line.trim().is_empty() || line.starts_with("# ")) {
            continue;
        }
        is_begun = true;
        match (is_heading, line.trim_end()) {
            (true, _) => quoted.extend(["> **", heading, "**\n"]),
            (false, "") => quoted.push_str(">\n"),
            (false, line) => quoted.extend(["> ", line, "\n"]),
        }
    }
    quoted
}

/// Whether the operator may have written a document, which is then taken word for word.
pub(super) fn is_one(name: &str) -> bool {
    ALL.iter().any(|own| own.name == name)
}

#[cfg(test)]
mod tests {
    use super::super::render::{Lead, render};
    use super::*;

    #[test]
    fn a_policy_is_quoted_whole() {
        assert_eq!(
            quotation("\n# Ours\n\n## Refunds\nNone.\n\n```\n# kept\n```\n"),
            "> **Refunds**\n> None.\n>\n> ```\n> # kept\n> ```\n"
        );
        assert!(quotation(POLICY.built_in).starts_with("> This is a **template**"));
    }

    #[test]
    fn a_policy_has_a_title_and_no_markup() {
        let page = |text: &str| render(POLICY.name, &POLICY.document(text), &|_| Lead::Nowhere);
        assert_eq!(page("Ask us.").title, "Refunds and cancellation");
        let shown = page("# Ours\n\n<script>alert(1)</script>\n\n[x](javascript:y) <b>z</b>\n");
        assert_eq!(shown.title, "Ours");
        assert!(
            !shown.html.contains("<script") && !shown.html.contains("<a"),
            "{}",
            shown.html
        );
        assert!(!shown.html.contains("<b>"), "{}", shown.html);
    }
}
