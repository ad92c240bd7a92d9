//! How fast the disk is: what every answer waits for.

use std::fs::{OpenOptions, remove_file};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::{Duration, Instant};

use super::finding::{Finding, Severity};

/// What is written to see how long a flush takes: a page of the database.
const PROBE_BYTES: usize = 16 * 1024;
/// How often it is written.
const SAMPLES: usize = 10;
/// A flush that takes longer makes every answer slow.
const SLOW: Duration = Duration::from_millis(20);
/// A flush that takes longer makes callers give up.
const TOO_SLOW: Duration = Duration::from_millis(500);

/// How long flushes took.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Flushes {
    /// The one in the middle.
    pub(in crate::cli) median: Duration,
    /// The slowest.
    pub(in crate::cli) slowest: Duration,
}

/// Writes pages and flushes each to the disk.
pub(in crate::cli) fn measure(directory: &Path) -> io::Result<Flushes> {
    let path = directory.join(format!(".flush-probe.{}", std::process::id()));
    // One that a killed process of that number left, or that somebody has put there.
    if let Err(error) = remove_file(&path)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)?;
    let mut sample = || {
        let start = Instant::now();
        file.write_all(&[0; PROBE_BYTES])?;
        file.sync_data().map(|()| start.elapsed())
    };
    let samples: io::Result<Vec<Duration>> = (0..SAMPLES).map(|_| sample()).collect();
    remove_file(&path)?;
    let mut samples = samples?;
    samples.sort_unstable();
    let at = |place: usize| samples.get(place).copied().unwrap_or_default();
    Ok(Flushes {
        median: at(SAMPLES / 2),
        slowest: at(SAMPLES - 1),
    })
}

/// What that means.
pub(in crate::cli) fn judge(measured: io::Result<Flushes>, directory: &Path) -> Finding {
    let name = "flush";
    let flushes = match measured {
        Ok(flushes) => flushes,
        Err(error) => {
            return Finding::new(
                name,
                Severity::Problem,
                format!("cannot write to `{}`: {error}", directory.display()),
                "see whether the file system is full, mounted read-only, or failing: df, mount, dmesg",
            );
        }
    };
    let found = format!(
        "{:.2} ms in the middle, {:.2} ms at worst, of {SAMPLES}",
        milliseconds(flushes.median),
        milliseconds(flushes.slowest)
    );
    let remedy =
        "every answer waits for a flush: use a faster disk, or find out who else uses this";
    let severity = match flushes.median {
        median if median >= TOO_SLOW => Severity::Problem,
        median if median >= SLOW => Severity::Warning,
        _ => return Finding::ok(name, found),
    };
    Finding::new(name, severity, found, remedy)
}

/// Three digits after the point: microseconds.
pub(in crate::cli) fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1_000_000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_measured_and_judged() {
        let directory = tempfile::tempdir().unwrap();
        let victim = tempfile::NamedTempFile::new().unwrap();
        let probe = format!(".flush-probe.{}", std::process::id());
        std::os::unix::fs::symlink(victim.path(), directory.path().join(probe)).unwrap();
        let measured = measure(directory.path()).unwrap();
        assert_eq!(
            victim.as_file().metadata().unwrap().len(),
            0,
            "it was followed"
        );
        assert!(measured.median <= measured.slowest);
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
        let judged = |millis| {
            let median = Duration::from_millis(millis);
            let slowest = median;
            judge(Ok(Flushes { median, slowest }), directory.path()).severity
        };
        assert_eq!(judged(5), Severity::Ok);
        assert_eq!(judged(20), Severity::Warning);
        assert_eq!(judged(500), Severity::Problem);
        let nowhere = directory.path().join("nowhere");
        let found = judge(measure(&nowhere), &nowhere);
        assert_eq!(found.severity, Severity::Problem);
    }
}
