//! `portcullis manual`: the manual pages, made from the command line and the list of keys. For
//! those who make packages; hidden from the help.

use std::io;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use serde_json::json;

use super::error::CliError;
use super::output::Outcome;
use super::{CommandLine, EXIT_CODES};
use crate::config::{DEFAULT_PATH, manual_page};

#[derive(Debug, Args)]
pub(super) struct Manual {
    /// The directory that gets the pages
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

impl Manual {
    pub(super) fn run(self) -> Result<Outcome, CliError> {
        let pages = pages().map_err(|source| CliError::failed("cannot make a page", source))?;
        let mut names = Vec::new();
        for (name, page) in pages {
            let path = self.to.join(&name);
            std::fs::write(&path, page).map_err(|source| {
                CliError::failed(format!("cannot write `{}`", path.display()), source)
            })?;
            names.push(name);
        }
        let text = format!("{} pages in `{}`", names.len(), self.to.display());
        Ok(Outcome::done(json!({"pages": names}), text))
    }
}

/// Every page with the name of its file: one for the program, one for each command, and one for
/// the configuration.
fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut program = CommandLine::command().after_help("");
    program.build();
    let mut pages = Vec::new();
    walk(&program, &mut pages)?;
    pages.push(("portcullis.toml.5".to_owned(), manual_page().into_bytes()));
    Ok(pages)
}

fn walk(command: &Command, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    let man = Man::new(command.clone()).source(concat!("portcullis ", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    closing(command).to_writer(&mut page)?;
    pages.push((man.get_filename(), page));
    for below in command.get_subcommands().filter(|each| !each.is_hide_set()) {
        walk(below, pages)?;
    }
    Ok(())
}

/// What stands at the end of every page.
fn closing(command: &Command) -> Roff {
    let mut page = Roff::new();
    let is_program = command.get_name() == "portcullis";
    if is_program {
        page.control("SH", ["NOTES"]);
        page.control("nf", []);
        page.text([roman(EXIT_CODES)]);
        page.control("fi", []);
        page.control("SH", ["FILES"]);
        page.control("TP", []);
        page.text([italic(DEFAULT_PATH)]);
        page.text([roman("The configuration.")]);
    }
    page.control("SH", ["SEE ALSO"]);
    if !is_program {
        page.text([bold("portcullis"), roman("(1), ")]);
    }
    page.text([bold("portcullis.toml"), roman("(5)")]);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_page_for_the_program_each_command_and_the_file() {
        let pages = pages().unwrap();
        let page = |name: &str| {
            let found = pages.iter().find(|(each, _)| each == name);
            String::from_utf8(found.expect(name).1.clone()).unwrap()
        };
        assert!(page("portcullis.1").contains(".SH SUBCOMMANDS"));
        assert!(page("portcullis.1").contains("Exit codes:"));
        assert!(page("portcullis-operator-add.1").contains("\\-\\-username"));
        assert!(page("portcullis.toml.5").contains(".SH [server]"));
        assert!(pages.iter().all(|(name, _)| !name.contains("manual")));
    }

    #[test]
    fn pages_are_written_into_a_directory_that_is_there() {
        let directory = tempfile::tempdir().unwrap();
        let to = directory.path().to_owned();
        Manual { to: to.clone() }.run().unwrap();
        assert!(to.join("portcullis.1").exists());
        let missing = Manual { to: to.join("no") }.run().unwrap_err();
        assert!(
            missing.to_string().starts_with("cannot write `"),
            "{missing}"
        );
    }
}
