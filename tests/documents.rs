//! The pages for people: every link in them leads somewhere, every command that they show is one that
//! there is, and decisions have a number each.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portcullis::domain::tier::Feature;

/// Every page in the top folder and under `docs/`.
fn pages() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [
        root.to_owned(),
        root.join("docs"),
        root.join("docs/decisions"),
    ];
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .map(|path| (path.clone(), fs::read_to_string(&path).unwrap()))
        .collect();
    pages.sort();
    assert!(pages.len() > 15, "{}", pages.len());
    pages
}

/// A page without what stands in fences.
fn prose(page: &str) -> String {
    let parts = page.split("```").step_by(2);
    parts.collect()
}

/// The anchors of a page, as they are made from its headings.
fn anchors(page: &str) -> BTreeSet<String> {
    let prose = prose(page);
    let headings = prose.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let text = line.trim_start_matches('#').trim().to_lowercase();
        let kept = text
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.collect::<String>().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

/// What the links of a page name.
fn links(page: &str) -> Vec<String> {
    let prose = prose(page);
    let targets = prose.split("](").skip(1);
    targets
        .map(|rest| rest.split(')').next().unwrap().to_owned())
        .collect()
}

/// What is wrong with a link in a page.
fn fault(from: &Path, page: &str, link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with("mailto:") {
        return None;
    }
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = from.parent().unwrap().join(file);
    if !file.is_empty() && !target.exists() {
        return Some(format!("{}: `{link}` is not there", from.display()));
    }
    let text = match file {
        "" => page.to_owned(),
        _ if anchor.is_empty() => return None,
        _ => fs::read_to_string(&target).unwrap(),
    };
    let is_there = anchors(&text).contains(anchor);
    (!is_there).then(|| format!("{}: `{link}` has no such heading", from.display()))
}

#[test]
fn every_link_leads_somewhere() {
    let mut count = 0;
    let mut faults = Vec::new();
    for (path, page) in pages() {
        for link in links(&page) {
            count += 1;
            faults.extend(fault(&path, &page, &link));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(count > 50, "{count}");
    // What is wrong is found.
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    for wrong in ["docs/NOWHERE.md", "docs/BACKUP.md#nowhere", "#nowhere"] {
        assert!(fault(&here, "# Title\n", wrong).is_some(), "{wrong}");
    }
    assert_eq!(fault(&here, "# A title, here\n", "#a-title-here"), None);
}

/// Where pages lead among the documents: links in markup, and those that modules make.
fn places(page: &str) -> Vec<&str> {
    ["\"/docs/", "to=\"", "RELAY = \""]
        .iter()
        .flat_map(|before| page.split(before).skip(1))
        .map(|rest| rest.split(['"', '\\']).next().unwrap())
        .filter(|place| place.starts_with(|first: char| first.is_ascii_uppercase()))
        .collect()
}

#[test]
fn pages_lead_to_headings_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("assets"), root.join("src/http")];
    let mut seen = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("vendor") && !path.ends_with("documents") {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|end| end == "js" || end == "html" || end == "rs")
            {
                let text = fs::read_to_string(&path).unwrap();
                seen.extend(places(&text).into_iter().map(str::to_owned));
            }
        }
    }
    assert!(seen.len() > 8, "{seen:?}");
    let at = root.join("docs/README.md");
    let faults = seen.iter().filter_map(|place| {
        let (name, anchor) = place.split_once('#').unwrap_or((place, ""));
        let link = match name {
            // These are the operator's, and lead to no heading.
            "POLICY" | "HELP" => return (!anchor.is_empty()).then(|| place.clone()),
            "CHANGELOG" | "README" => format!("../{name}.md"),
            _ => format!("{name}.md"),
        };
        let link = if anchor.is_empty() {
            link
        } else {
            format!("{link}#{anchor}")
        };
        fault(&at, "", &link)
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(seen.contains("CONFIGURATION#mailrelay"), "{seen:?}");
}

#[test]
fn features_have_one_name() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/public/app/features/tiers.js");
    let module = fs::read_to_string(path).unwrap();
    let table = module.split("const FEATURES = {").nth(1).unwrap();
    let table = table.split('}').next().unwrap();
    for feature in Feature::ENFORCED {
        let row = format!("{}: \"{}\",", feature.word(), feature.title().unwrap());
        assert!(table.contains(&row), "{row}");
    }
    assert_eq!(table.matches(':').count(), Feature::ENFORCED.len());
}

/// Lines of examples that run this program, and commands in the text.
fn commands(page: &str) -> BTreeSet<Vec<String>> {
    let mut commands = BTreeSet::new();
    let mut is_fenced = false;
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
            continue;
        }
        if is_fenced || line.starts_with("    ") {
            let line = line.trim_start().trim_start_matches(['$', '#', ' ']);
            commands.extend(line.strip_prefix("portcullis ").and_then(words));
        } else {
            let spans = line.split('`').skip(1).step_by(2);
            let ours = spans.filter_map(|span| span.strip_prefix("portcullis "));
            commands.extend(ours.filter_map(words));
        }
    }
    commands
}

/// The words of a command that name it, and its options.
fn words(command: &str) -> Option<Vec<String>> {
    let command = command.split([';', '|', '>', '<', '#']).next()?;
    let mut kept = Vec::new();
    let mut is_name = true;
    for word in command.split_whitespace() {
        let is_option = word.starts_with("--");
        is_name &= word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            && !is_option;
        if is_option || is_name {
            kept.push(word.to_owned());
        }
    }
    (!kept.is_empty()).then_some(kept)
}

/// The help of the command that the words name; words that name none are what it is given.
fn help(words: &[String], known: &mut BTreeMap<Vec<String>, String>) -> String {
    let names: Vec<String> = words
        .iter()
        .filter(|word| !word.starts_with("--"))
        .cloned()
        .collect();
    let mut path: Vec<String> = Vec::new();
    let mut text = ask(&path, known);
    for name in names {
        let is_there = text
            .lines()
            .skip_while(|line| *line != "Commands:")
            .take_while(|line| *line != "Options:")
            .any(|line| line.split_whitespace().next() == Some(&name));
        let takes_none = !text.contains("<COMMAND>") && !text.contains("[COMMAND]");
        if !is_there && takes_none {
            break;
        }
        // Left out of the help on purpose.
        let is_known = is_there || name == "manual";
        assert!(
            is_known,
            "there is no `{name}` in `portcullis {}`",
            path.join(" ")
        );
        path.push(name);
        text = ask(&path, known);
    }
    text
}

fn ask(path: &[String], known: &mut BTreeMap<Vec<String>, String>) -> String {
    let run = || {
        let output = Command::new(env!("CARGO_BIN_EXE_portcullis"))
            .args(path)
            .arg("--help")
            .output();
        let output = output.unwrap();
        assert!(output.status.success(), "{path:?} {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    known.entry(path.to_vec()).or_insert_with(run).clone()
}

#[test]
fn every_command_that_is_shown_is_there_with_its_options() {
    let mut known = BTreeMap::new();
    let mut shown = BTreeSet::new();
    for (_, page) in pages() {
        shown.extend(commands(&page));
    }
    assert!(shown.len() > 60, "{}", shown.len());
    for words in &shown {
        let help = help(words, &mut known);
        for option in words.iter().filter(|word| word.starts_with("--")) {
            let option = option.split(['=', '…', '.']).next().unwrap();
            let is_there = option == "--max-"
                || help.split_whitespace().any(|word| {
                    word.trim_end_matches([',', '.', ']'])
                        .trim_start_matches('[')
                        == option
                });
            assert!(is_there, "`{option}` of `portcullis {}`", words.join(" "));
        }
    }
}

#[test]
fn decisions_have_a_number_each() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut numbers = BTreeSet::new();
    for entry in fs::read_dir(root.join("docs/decisions")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let number: u32 = name.split('-').next().unwrap().parse().unwrap();
        assert!(numbers.insert(number), "two have the number {number}");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(&format!("# {number}. ")), "{name}");
    }
    assert!(numbers.len() >= 14, "{numbers:?}");
}
