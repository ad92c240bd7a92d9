//! The fenced blocks of a document.

/// A fenced block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// The line of its first line in the document, from 1.
    pub(crate) line: usize,
    /// What stands behind the fence, for example `sh` or `sh package`.
    pub(crate) kind: String,
    pub(crate) text: String,
    /// Whether nothing but words stands between it and the block before it, and not a heading.
    pub(crate) follows: bool,
}

/// What blocks may be called; anything else is a typing mistake that would hide a block.
const KINDS: &[&str] = &[
    "sh",
    "sh package",
    "console",
    "json",
    "text",
    "toml",
    "python",
    "typescript",
    "go",
    "http",
    "mail",
    "quote",
    "csv",
    "mermaid",
];

/// All blocks in their order.
pub(crate) fn blocks(document: &str) -> Result<Vec<Block>, String> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<(String, Block)> = None;
    let mut follows = false;
    for (place, line) in document.lines().enumerate() {
        let number = place + 1;
        let indent = line.len() - line.trim_start().len();
        match &mut open {
            None if line.trim_start().starts_with("```") => {
                let kind = line.trim_start().trim_start_matches('`').trim().to_owned();
                if !KINDS.contains(&kind.as_str()) {
                    return Err(format!(
                        "line {number}: there is no kind of block `{kind}`: {KINDS:?}"
                    ));
                }
                let block = Block {
                    line: number + 1,
                    kind,
                    text: String::new(),
                    follows,
                };
                open = Some((" ".repeat(indent), block));
            }
            None => {
                if line.starts_with('#') {
                    follows = false;
                }
            }
            Some((_, block)) if line.trim() == "```" => {
                blocks.push(block.clone());
                open = None;
                follows = true;
            }
            Some((indent, block)) => {
                block.text += line.strip_prefix(indent.as_str()).unwrap_or(line);
                block.text.push('\n');
            }
        }
    }
    match open {
        Some((_, block)) => Err(format!("line {}: the block has no end", block.line)),
        None => Ok(blocks),
    }
}

#[test]
fn blocks_are_read_with_their_lines() {
    let text =
        "# T\n\n```sh\na\n```\nand\n- x:\n\n  ```json\n  {}\n  ```\n\n## H\n\n```text\nb\n```\n";
    let found = blocks(text).unwrap();
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.line, &*one.kind, &*one.text, one.follows))
        .collect();
    assert_eq!(
        told,
        [
            (4, "sh", "a\n", false),
            (10, "json", "{}\n", true),
            (16, "text", "b\n", false),
        ]
    );
    assert!(blocks("```shell\n```\n").unwrap_err().contains("line 1"));
    assert!(blocks("```sh\na\n").unwrap_err().contains("no end"));
}
