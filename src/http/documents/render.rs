//! Markdown as HTML under the pages' policy: no style and no markup that somebody wrote, links within
//! the set, an anchor for each heading.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::text::escaped;

/// A heading below the title.
pub struct Heading {
    /// 2 and more.
    pub level: usize,
    /// Its identifier in the page.
    pub anchor: String,
    /// Its words.
    pub text: String,
}

/// The text between two headings.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DocumentSection)]
pub struct Section {
    /// Where it begins; empty for what stands before the first heading below the title.
    pub anchor: String,
    /// The heading's words.
    pub heading: String,
    /// The words below it.
    pub text: String,
}

/// A document in its forms.
pub struct Rendered {
    pub title: String,
    pub html: String,
    pub headings: Vec<Heading>,
    pub sections: Vec<Section>,
}

/// Where a link to a document leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead<'t> {
    /// To its page, which has this title.
    Page(&'t str),
    /// To a document of this title that the operator leaves out.
    Hidden(&'t str),
    /// There is no such document.
    Nowhere,
}

/// What stands behind the words of a link to a document that is left out.
pub const NOT_SHOWN: &str = " (not shown here)";

/// Renders the document of that name; `lead` says of the name of another what is there.
pub fn render<'t>(name: &str, markdown: &str, lead: &dyn Fn(&str) -> Lead<'t>) -> Rendered {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut renderer = Renderer {
        name,
        lead,
        events: Vec::new(),
        rendered: Rendered {
            title: String::new(),
            html: String::new(),
            headings: Vec::new(),
            sections: vec![Section {
                anchor: String::new(),
                heading: String::new(),
                text: String::new(),
            }],
        },
        anchors: HashMap::new(),
        heading: None,
        links: Vec::new(),
        table: Table::default(),
    };
    for event in Parser::new_ext(markdown, options) {
        renderer.take(event);
    }
    let mut done = renderer.rendered;
    html::push_html(&mut done.html, renderer.events.into_iter());
    for section in &mut done.sections {
        section.text = section
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
    }
    done
}

/// The table that is being read.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
    /// Where the head stands among the events.
    head_start: usize,
    /// Where the cell does that is being read.
    cell_start: usize,
    /// Whether a cell of the head says something.
    is_named: bool,
}

/// Where a link leads.
enum Target<'t> {
    Address(String),
    Document(String, &'t str),
    Hidden(&'t str),
    Nowhere,
}

/// A link that is open.
struct Link<'t> {
    /// What ends it.
    end: &'static str,
    /// The file that it names, without folders and ending, and the title of that document.
    document: Option<(String, &'t str)>,
}

struct Renderer<'a, 't> {
    name: &'a str,
    lead: &'a dyn Fn(&str) -> Lead<'t>,
    events: Vec<Event<'a>>,
    rendered: Rendered,
    /// How often each anchor was made.
    anchors: HashMap<String, usize>,
    /// The heading that is being read: where its first event stands, and its words.
    heading: Option<(usize, String)>,
    /// Those that are open.
    links: Vec<Link<'t>>,
    table: Table,
}

impl<'a, 't> Renderer<'a, 't> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what is not changed is passed on, whatever it is"
    )]
    fn take(&mut self, event: Event<'a>) {
        match event {
            // Remarks in the source are for those who write it; other markup is text.
            Event::Html(text) | Event::InlineHtml(text) => {
                if !text.trim_start().starts_with("<!--") {
                    self.events.push(Event::Text(text));
                }
            }
            Event::Text(text) => {
                let text = self.titled(text);
                self.read(&text);
                self.events.push(Event::Text(text));
            }
            Event::Code(ref text) => {
                self.read(text);
                self.events.push(event);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.read(" ");
                self.events.push(event);
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            other => self.events.push(other),
        }
    }

    /// Keeps the words for the headings and the search.
    fn read(&mut self, text: &str) {
        self.table.is_named |= self.table.is_head && !text.trim().is_empty();
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(text);
        } else if let Some(section) = self.rendered.sections.last_mut() {
            section.text.push_str(text);
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what is not changed is passed on, whatever it is"
    )]
    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Heading { .. } => {
                self.heading = Some((self.events.len(), String::new()));
                self.events.push(Event::Start(tag));
            }
            Tag::Link { dest_url, .. } => {
                let target = self.target(&dest_url);
                if let Target::Address(address) | Target::Document(address, _) = &target {
                    self.markup(format!("<a href=\"{}\">", escaped(address)));
                }
                let (end, title) = match target {
                    Target::Address(_) => ("</a>", None),
                    Target::Document(_, title) => ("</a>", Some(title)),
                    Target::Hidden(title) => (NOT_SHOWN, Some(title)),
                    Target::Nowhere => ("", None),
                };
                let document = title.map(|title| (file_of(&dest_url).to_owned(), title));
                self.links.push(Link { end, document });
            }
            Tag::Image {
                dest_url,
                title,
                id,
                link_type,
            } => {
                let dest_url = CowStr::from(self.picture(&dest_url));
                self.events.push(Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }));
            }
            // What is wide is moved sideways, by the keyboard too.
            Tag::CodeBlock(_) => self.markup("<pre tabindex=\"0\"><code>"),
            Tag::Table(alignments) => {
                self.table = Table {
                    alignments,
                    ..Table::default()
                };
                self.markup("<div class=\"wide\" tabindex=\"0\"><table>");
            }
            Tag::TableHead => {
                self.table.is_head = true;
                self.table.column = 0;
                self.table.head_start = self.events.len();
                self.markup("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.markup("<tr>");
            }
            Tag::TableCell => self.cell(),
            other => self.events.push(Event::Start(other)),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what is not changed is passed on, whatever it is"
    )]
    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::Link => {
                if let Some(link) = self.links.pop() {
                    self.markup(link.end);
                }
            }
            TagEnd::CodeBlock => {
                self.read(" ");
                self.markup("</code></pre>\n");
            }
            TagEnd::Table => self.markup("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.table.is_head = false;
                if self.table.is_named {
                    self.markup("</tr></thead><tbody>\n");
                } else {
                    // Markdown has no table without a head; one that says nothing is none.
                    self.events.truncate(self.table.head_start);
                    self.markup("<tbody>\n");
                }
            }
            TagEnd::TableRow => self.markup("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Paragraph | TagEnd::Item => {
                self.read(" ");
                self.events.push(Event::End(tag));
            }
            other => self.events.push(Event::End(other)),
        }
    }

    /// A link whose words are the name of a file has the title of that document instead: there are no
    /// files here.
    fn titled(&self, text: CowStr<'a>) -> CowStr<'a> {
        let document = self.links.last().and_then(|link| link.document.as_ref());
        match document {
            Some((file, title)) if text.strip_suffix(".md").unwrap_or(&text) == file => {
                CowStr::from((*title).to_owned())
            }
            Some(_) | None => text,
        }
    }

    fn markup(&mut self, text: impl Into<CowStr<'a>>) {
        self.events.push(Event::InlineHtml(text.into()));
    }

    /// The crate would align with styles, which the policy of the pages forbids.
    fn cell(&mut self) {
        let is_figure = self.table.alignments.get(self.table.column) == Some(&Alignment::Right);
        self.table.column += 1;
        self.table.cell_start = self.events.len();
        self.markup(match (self.table.is_head, is_figure) {
            (true, true) => "<th scope=\"col\" class=\"figure\">",
            (true, false) => "<th scope=\"col\">",
            (false, true) => "<td class=\"figure\">",
            (false, false) => "<td>",
        });
    }

    /// A cell of the head that says nothing is no heading of its column.
    fn end_cell(&mut self) {
        self.read(" ");
        let is_empty = self.events.len() == self.table.cell_start + 1;
        if self.table.is_head && is_empty {
            self.events.truncate(self.table.cell_start);
            self.markup("<td></td>");
        } else {
            self.markup(if self.table.is_head { "</th>" } else { "</td>" });
        }
    }

    /// The first heading is the title, which the page shows itself; the others get an anchor.
    fn end_heading(&mut self, level: HeadingLevel) {
        let Some((start, text)) = self.heading.take() else {
            return;
        };
        let level = level as usize;
        if level == 1 && self.rendered.title.is_empty() {
            self.events.truncate(start);
            self.rendered.title = text;
            return;
        }
        let anchor = self.anchor(&text);
        let words = self.events.split_off(start).into_iter().skip(1);
        self.events.push(Event::InlineHtml(
            format!("<h{level} id=\"{anchor}\"><a class=\"anchor\" href=\"#{anchor}\">").into(),
        ));
        self.events.extend(words);
        self.markup(format!("</a></h{level}>\n"));
        self.rendered.sections.push(Section {
            anchor: anchor.clone(),
            heading: text.clone(),
            text: String::new(),
        });
        self.rendered.headings.push(Heading {
            level,
            anchor,
            text,
        });
    }

    /// As the places where Markdown is usually read make them; the second of two alike gets a number.
    fn anchor(&mut self, text: &str) -> String {
        let kept = text.to_lowercase();
        let kept = kept
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        let anchor = kept.collect::<String>().replace(' ', "-");
        let count = self.anchors.entry(anchor.clone()).or_default();
        *count += 1;
        match *count {
            1 => anchor,
            count => format!("{anchor}-{}", count - 1),
        }
    }

    /// Where a link leads in the set; nowhere for what is in the source tree alone.
    fn target(&self, link: &str) -> Target<'t> {
        if link.starts_with("https://") || link.starts_with("http://") || link.starts_with('#') {
            return Target::Address(link.to_owned());
        }
        let (path, fragment) = match link.split_once('#') {
            Some((path, fragment)) => (path, format!("#{fragment}")),
            None => (link, String::new()),
        };
        let name = self.resolved(path).unwrap_or_default();
        if name == "decisions/" {
            return Target::Address("/docs/index#decisions".to_owned());
        }
        let Some(name) = name.strip_suffix(".md") else {
            return Target::Nowhere;
        };
        match (self.lead)(name) {
            Lead::Page(title) => Target::Document(format!("/docs/{name}{fragment}"), title),
            Lead::Hidden(title) => Target::Hidden(title),
            Lead::Nowhere => Target::Nowhere,
        }
    }

    fn picture(&self, link: &str) -> String {
        let path = self.resolved(link).unwrap_or_default();
        format!("/assets/docs/{path}")
    }

    /// A path relative to this document as one below `docs/`, where the two that stand beside that
    /// folder are counted in.
    fn resolved(&self, path: &str) -> Option<String> {
        let is_beside = matches!(self.name, "README" | "CHANGELOG");
        let mut folders: Vec<&str> = match self.name.rsplit_once('/') {
            Some((folders, _)) => folders.split('/').collect(),
            None => Vec::new(),
        };
        let path = match path.strip_prefix("docs/") {
            Some(below) if is_beside => below,
            Some(_) | None => path,
        };
        for step in path.split('/') {
            match step {
                "." => {}
                ".." => {
                    // One step above `docs/` are the two that are counted in.
                    folders.pop();
                }
                other => folders.push(other),
            }
        }
        (!folders.is_empty()).then(|| folders.join("/"))
    }
}

/// The file that a link names, without folders and ending.
fn file_of(link: &str) -> &str {
    let path = link.split_once('#').map_or(link, |(path, _)| path);
    let file = path.rsplit_once('/').map_or(path, |(_, file)| file);
    file.strip_suffix(".md").unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str, markdown: &str) -> String {
        let lead = |name: &str| match name {
            "TLS" | "README" | "decisions/0001-x" => Lead::Page("A <title>"),
            "SALES" => Lead::Hidden("Selling"),
            _ => Lead::Nowhere,
        };
        render(name, markdown, &lead).html
    }

    #[test]
    fn markup_in_a_document_is_text_and_remarks_are_left_out() {
        let html = shown(
            "A",
            "a <b onclick=x>b</b>\n\n<script>alert(1)</script>\n\n<!-- note -->\n",
        );
        assert!(!html.contains("<b") && !html.contains("<script"), "{html}");
        assert!(
            html.contains("&lt;script&gt;") && !html.contains("note"),
            "{html}"
        );
    }

    #[test]
    fn links_lead_within_the_set_or_are_words() {
        for (name, markdown, html) in [
            (
                "README",
                "[a](docs/TLS.md#renew)",
                "<a href=\"/docs/TLS#renew\">a</a>",
            ),
            ("CLI", "[a](TLS.md)", "<a href=\"/docs/TLS\">a</a>"),
            ("CLI", "[a](../README.md)", "<a href=\"/docs/README\">a</a>"),
            ("CLI", "[a](#b)", "<a href=\"#b\">a</a>"),
            (
                "CLI",
                "[a](decisions/0001-x.md)",
                "<a href=\"/docs/decisions/0001-x\">a</a>",
            ),
            (
                "decisions/0002-y",
                "[a](0001-x.md)",
                "<a href=\"/docs/decisions/0001-x\">a</a>",
            ),
            (
                "decisions/0002-y",
                "[a](../TLS.md)",
                "<a href=\"/docs/TLS\">a</a>",
            ),
            (
                "CLI",
                "[a](https://b.example/\"x)",
                "<a href=\"https://b.example/&quot;x\">a</a>",
            ),
            ("README", "[a](docs/tour.sh)", "a"),
            ("README", "[a](LICENSE)", "a"),
            ("CLI", "[a](GONE.md)", "a"),
            ("CLI", "[a](SALES.md#b)", "a (not shown here)"),
            ("CLI", "[SALES.md](SALES.md)", "Selling (not shown here)"),
            (
                "CLI",
                "[TLS](TLS.md), [TLS.md](TLS.md#b) of TLS",
                "<a href=\"/docs/TLS\">A &lt;title&gt;</a>, \
                 <a href=\"/docs/TLS#b\">A &lt;title&gt;</a> of TLS",
            ),
            (
                "A",
                "[TLS.md](https://b.example/TLS.md)",
                "<a href=\"https://b.example/TLS.md\">TLS.md</a>",
            ),
            ("CLI", "[a](javascript:alert(1))", "a"),
        ] {
            assert_eq!(
                shown(name, markdown),
                format!("<p>{html}</p>\n"),
                "{markdown}"
            );
        }
        let picture = shown("README", "![console](docs/images/console.png)");
        assert!(picture.contains("src=\"/assets/docs/images/console.png\" alt=\"console\""));
    }

    #[test]
    fn a_column_without_a_name_has_no_heading() {
        let html = shown("A", "| | b |\n|--|-:|\n| c | 1 |\n");
        assert!(
            html.contains("<tr><td></td><th scope=\"col\" class=\"figure\">b</th></tr>"),
            "{html}"
        );
        assert!(html.contains("<td>c</td>"));
    }

    #[test]
    fn headings_have_anchors_and_their_text_is_found() {
        let text = "# Title `x`\n\nLead\nend.\n\n## A: b\n\nOne `two`.\n\n## A: b\n\n| a | b |\n|--|-:|\n| c | 1 |\n";
        let rendered = render("A", text, &|_| Lead::Nowhere);
        assert_eq!(rendered.title, "Title x");
        let anchors: Vec<&str> = rendered.headings.iter().map(|h| &*h.anchor).collect();
        assert_eq!(anchors, ["a-b", "a-b-1"]);
        let texts: Vec<&str> = rendered.sections.iter().map(|s| &*s.text).collect();
        assert_eq!(texts, ["Lead end.", "One two.", "a b c 1"]);
        assert!(
            rendered
                .html
                .contains("<h2 id=\"a-b\"><a class=\"anchor\" href=\"#a-b\">A: b</a></h2>")
        );
        assert!(
            rendered
                .html
                .contains("<th scope=\"col\" class=\"figure\">b</th>")
        );
        assert!(!rendered.html.contains("style") && !rendered.html.contains("<h1"));
        let bare = shown("A", "| | |\n|--|--|\n| a | b |\n");
        assert!(bare.contains("<table><tbody>\n<tr><td>a</td>"), "{bare}");
    }
}
