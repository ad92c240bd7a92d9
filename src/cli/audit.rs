//! `portcullis audit`: the log proved, here or in a backup, without a server.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use super::backup::{Opening, cannot_use};
use super::client::Client;
use super::context::Context;
use super::error::CliError;
use super::output::Outcome;
use super::owner::become_owner;
use super::scratch::Scratch;
use crate::backup::{self, Extracted};
use crate::domain::record::ChainHash;
use crate::store::{DATABASE_FILE, DatabaseFile, ProvedLog, Stop};

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Prove the audit log, from the first record to the last
    Verify(Verify),
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// A backup or a bare database; the data directory's database unless given
    file: Option<PathBuf>,
    #[command(flatten)]
    opening: Opening,
    /// A number and the hash that was noted elsewhere for it; may be repeated
    #[arg(long, value_name = "SEQ:HASH", value_parser = noted)]
    noted: Vec<(u64, ChainHash)>,
}

fn noted(text: &str) -> Result<(u64, ChainHash), String> {
    let form = || "write the number, a colon, and 64 hexadecimal digits".to_owned();
    let (seq, hash) = text.split_once(':').ok_or_else(form)?;
    let seq: u64 = seq.parse().map_err(|_| form())?;
    let hash = hash.parse::<ChainHash>().map_err(|_| form())?;
    if seq == 0 {
        return Err(form());
    }
    Ok((seq, hash))
}

impl AuditCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Verify(verify) => verify.run(context),
        }
    }
}

impl Verify {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let log = self.prove(context)?;
        let head = &log.head;
        let mut text = format!(
            "{} records verify; the last one, of {}, has the hash {}\n",
            head.seq, head.at, head.hash
        );
        for (seq, epoch) in &log.restores {
            writeln!(text, "record {seq} begins epoch {epoch}: a restore").ok();
        }
        writeln!(
            text,
            "note that number and hash somewhere else; later, `--noted {}:{}` proves that they are \
             still there",
            head.seq, head.hash
        )
        .ok();
        let restores = log
            .restores
            .iter()
            .map(|(seq, epoch)| json!({"epoch": epoch, "seq": seq}));
        let document = json!({
            "head": {"at": head.at, "hash": head.hash.to_string(), "seq": head.seq},
            "node": log.node, "restores": restores.collect::<Vec<_>>(), "valid": true,
        });
        Ok(Outcome::done(document, text))
    }

    fn prove(&self, context: &Context) -> Result<ProvedLog, CliError> {
        let noted: HashMap<u64, ChainHash> = self.noted.iter().copied().collect();
        let identities = self.opening.identities()?;
        let (path, _scratch) = match &self.file {
            None => (own_database(context)?, None),
            Some(file) => {
                let (opened, kind) = backup::open(file).map_err(cannot_use)?;
                if kind == backup::Kind::Database {
                    (file.clone(), None)
                } else {
                    let scratch = Scratch::for_file(file, &opened)?;
                    let target = scratch.path().join(backup::DATABASE_MEMBER);
                    Extracted::from(file, opened, kind, identities.as_ref(), &target)
                        .map_err(cannot_use)?;
                    (target, Some(scratch))
                }
            }
        };
        DatabaseFile::open(&path)
            .and_then(|database| database.prove_log(&noted, &Stop::default()))
            .map_err(|source| CliError::failed("the audit log does not verify", source))
    }
}

/// The data directory's database: read beside the server that has it.
fn own_database(context: &Context) -> Result<PathBuf, CliError> {
    let directory = context.load()?.config.server.data_dir;
    become_owner(&directory)?;
    if !Client::has_data(&directory)? {
        return Err(CliError::Plain(format!(
            "`{}` holds no Portcullis data; name another directory with `--data-dir`",
            directory.display()
        )));
    }
    Ok(directory.join(DATABASE_FILE))
}
