//! The `portcullis` program.

use std::process::ExitCode;

use clap::Parser as _;
use portcullis::cli::{CommandLine, explain};

fn main() -> ExitCode {
    match CommandLine::parse().run() {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            explain(&error);
            ExitCode::from(error.exit_code())
        }
    }
}
