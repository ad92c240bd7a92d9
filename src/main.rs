//! The `portcullis` program.

use std::process::ExitCode;

use clap::Parser as _;
use portcullis::cli::{CommandLine, explain};

/// Every request allocates some dozens of small things on one thread and frees them on another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match CommandLine::parse().run() {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            explain(&error);
            ExitCode::from(error.exit_code())
        }
    }
}
