//! What the system keeps of this process, under the names that dashboards know
//! (<https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics>). What cannot be
//! read is left out.

use std::time::{SystemTime, UNIX_EPOCH};

use nix::sys::resource::{Resource, UsageWho, getrlimit, getrusage};
use nix::sys::time::TimeValLike as _;

use super::reading::Reading;

#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; sizes stay far below 2^53"
)]
pub(super) fn readings(started_at: SystemTime) -> Vec<Reading> {
    let memory = resident_bytes().map(|bytes| {
        let help = "Memory of the process that is in RAM";
        Reading::gauge("process_resident_memory_bytes", help, bytes as f64)
    });
    let open = std::fs::read_dir("/proc/self/fd").ok().map(|entries| {
        // The folder itself is open while it is looked at.
        let count = entries.count().saturating_sub(1);
        Reading::gauge("process_open_fds", "File descriptors open", count as f64)
    });
    let most = getrlimit(Resource::RLIMIT_NOFILE).ok().map(|(soft, _)| {
        let help = "File descriptors that the process may have";
        Reading::gauge("process_max_fds", help, soft as f64)
    });
    let cpu = getrusage(UsageWho::RUSAGE_SELF).ok().map(|usage| {
        let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
        let help = "Processor time used, in user and kernel";
        Reading::counter("process_cpu_seconds", help, micros as f64 / 1e6)
    });
    let started = started_at.duration_since(UNIX_EPOCH).ok().map(|since| {
        let help = "When the process was started, in seconds since 1970";
        Reading::gauge("process_start_time_seconds", help, since.as_secs_f64())
    });
    [memory, open, most, cpu, started]
        .into_iter()
        .flatten()
        .collect()
}

/// `VmRSS` of `proc_pid_status(5)`, which is in KiB.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_on_linux_knows_all_of_them() {
        assert_eq!(readings(SystemTime::now()).len(), 5);
        assert!(resident_bytes().unwrap() > 1 << 20);
    }
}
