//! The policy of refunds and cancellation: a document that the operator can replace.

/// Its name among the documents.
pub const NAME: &str = "POLICY";

/// The text where the operator has given none.
pub const BUILT_IN: &str = include_str!("../../../assets/policy.md");

const TITLE: &str = "# Refunds and cancellation";

/// As a document, which has a title.
pub(super) fn document(policy: &str) -> String {
    if policy.lines().any(|line| line.starts_with("# ")) {
        policy.to_owned()
    } else {
        format!("{TITLE}\n\n{policy}")
    }
}

/// As a quotation within another document: nothing in it ends the quotation or gets a place among the
/// headings.
pub(super) fn quotation(policy: &str) -> String {
    let mut quoted = String::with_capacity(policy.len() + 256);
    let mut is_fenced = false;
    let mut is_begun = false;
    for line in policy.lines() {
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

/// Whether a document is the policy, which is taken word for word.
pub(super) fn is_it(name: &str) -> bool {
    name == NAME
}

#[cfg(test)]
mod tests {
    use super::super::render::render;
    use super::*;

    #[test]
    fn a_policy_is_quoted_whole() {
        assert_eq!(
            quotation("\n# Ours\n\n## Refunds\nNone.\n\n```\n# kept\n```\n"),
            "> **Refunds**\n> None.\n>\n> ```\n> # kept\n> ```\n"
        );
        assert!(quotation(BUILT_IN).starts_with("> This is a **template**"));
    }

    #[test]
    fn a_policy_has_a_title_and_no_markup() {
        let page = |text: &str| render(NAME, &document(text), &|_| false);
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
