//! Points in time, in microseconds since the Unix epoch, written as RFC 3339 in UTC.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use jiff::fmt::temporal::DateTimePrinter;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time; microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(i64);

/// Microseconds in a second.
const MICROS_PER_SECOND: i64 = 1_000_000;
/// Microseconds in a day.
const MICROS_PER_DAY: i64 = 86_400 * MICROS_PER_SECOND;
/// 9999-12-30T21:59:59.999999Z: later ones do not have a date of the year 9999 in every time zone,
/// and jiff does not take all of them.
const LAST_MICROS: i64 = 253_402_207_199_999_999;
/// 2025-01-01T00:00:00Z: a clock that says less than this is broken.
const PLAUSIBLE_FROM_MICROS: i64 = 1_735_689_600 * MICROS_PER_SECOND;

impl Timestamp {
    /// From microseconds since the epoch, held to the years 1970-9999.
    pub fn from_micros(micros: i64) -> Self {
        Self(micros.clamp(0, LAST_MICROS))
    }

    /// Microseconds since the epoch.
    pub fn as_micros(self) -> i64 {
        self.0
    }

    /// Milliseconds since the epoch.
    pub fn as_millis(self) -> u64 {
        u64::try_from(self.0 / 1000).unwrap_or(0)
    }

    /// Whole seconds since the epoch.
    pub fn as_seconds(self) -> i64 {
        self.0 / MICROS_PER_SECOND
    }

    /// The UTC day, counted from 1970-01-01.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(MICROS_PER_DAY))
    }

    /// This time and a while; stops at the end of the year 9999.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        let micros = i64::try_from(duration.as_micros()).unwrap_or(i64::MAX);
        Self::from_micros(self.0.saturating_add(micros))
    }

    /// So much earlier, and never before the first moment that can be told.
    #[must_use]
    pub fn minus(self, duration: Duration) -> Self {
        let micros = i64::try_from(duration.as_micros()).unwrap_or(i64::MAX);
        Self::from_micros(self.as_micros().saturating_sub(micros))
    }

    /// The start of its second.
    #[must_use]
    pub fn to_the_second(self) -> Self {
        Self(self.0 - self.0.rem_euclid(MICROS_PER_SECOND))
    }

    /// How long it is from `earlier` to this time; zero when it is not earlier.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// Whether a clock that says this can be believed at all.
    pub fn is_plausible(self) -> bool {
        self.0 >= PLAUSIBLE_FROM_MICROS
    }
}

/// The earlier of two ends, where there are any.
pub fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    match (one, other) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (found, None) | (None, found) => found,
    }
}

/// The text is not an RFC 3339 time in the years 1970-9999.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("is not a time like `2026-11-22T16:00:00Z`")]
pub struct BadTime;

impl FromStr for Timestamp {
    type Err = BadTime;

    fn from_str(text: &str) -> Result<Self, BadTime> {
        let parsed: jiff::Timestamp = text.parse().map_err(|_| BadTime)?;
        let micros = parsed.as_microsecond();
        if (0..=LAST_MICROS).contains(&micros) {
            Ok(Self(micros))
        } else {
            Err(BadTime)
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(6));
        let time = jiff::Timestamp::from_microsecond(self.0).map_err(|_| fmt::Error)?;
        f.write_str(&PRINTER.timestamp_to_string(&time))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A UTC day, counted from 1970-01-01; written `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i64);

impl Day {
    /// From days since 1970-01-01.
    pub fn from_number(number: i64) -> Self {
        Self(number)
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i64 {
        self.0
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        let date = self.date();
        Self(self.0 - i64::from(date.day()) + 1)
    }

    /// The first day of a month; the epoch when there is no such month.
    pub(super) fn first_of(year: i32, month: i32) -> Self {
        let date = i16::try_from(year)
            .ok()
            .zip(i8::try_from(month).ok())
            .and_then(|(year, month)| jiff::civil::Date::new(year, month, 1).ok());
        let midnight = date.and_then(|date| date.to_zoned(jiff::tz::TimeZone::UTC).ok());
        let seconds = midnight.map_or(0, |midnight| midnight.timestamp().as_second());
        Self(seconds.div_euclid(86_400))
    }

    /// The year, and the month from 1 to 12.
    pub(super) fn year_and_month(self) -> (i32, i32) {
        let date = self.date();
        (date.year().into(), date.month().into())
    }

    /// The day after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The midnight that starts the day.
    pub fn starts_at(self) -> Timestamp {
        Timestamp::from_micros(self.0.saturating_mul(MICROS_PER_DAY))
    }

    fn date(self) -> jiff::civil::Date {
        let seconds = self.0.saturating_mul(86_400);
        jiff::Timestamp::from_second(seconds)
            .unwrap_or_default()
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date()
    }
}

impl FromStr for Day {
    type Err = BadTime;

    /// Reads `2026-11-22`, or a whole RFC 3339 time, of which the UTC day is taken.
    fn from_str(text: &str) -> Result<Self, BadTime> {
        if let Ok(time) = text.parse::<Timestamp>() {
            return Ok(time.day());
        }
        if text.len() != 10 {
            return Err(BadTime);
        }
        format!("{text}T00:00:00Z")
            .parse::<Timestamp>()
            .map(Timestamp::day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_rfc_3339_with_six_digits() {
        let time = Timestamp::from_micros(1_795_363_200_000_005);
        assert_eq!(time.to_string(), "2026-11-22T16:00:00.000005Z");
        assert_eq!("2026-11-22T17:00:00.000005+01:00".parse(), Ok(time));
        assert_eq!(
            Timestamp::default().to_string(),
            "1970-01-01T00:00:00.000000Z"
        );
    }

    #[test]
    fn the_last_time_can_be_written() {
        let last = Timestamp::from_micros(i64::MAX);
        assert_eq!(last.to_string(), "9999-12-30T21:59:59.999999Z");
        assert_eq!(last.to_string().parse(), Ok(last));
        assert_eq!(last.plus(Duration::from_hours(24)), last);
    }

    #[test]
    fn refuses_what_is_no_time() {
        for bad in [
            "",
            "yesterday",
            "2026-13-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "2026-11-22",
        ] {
            assert_eq!(bad.parse::<Timestamp>(), Err(BadTime), "{bad}");
        }
    }

    #[test]
    fn days_and_months() {
        let day: Day = "2026-11-22".parse().unwrap();
        assert_eq!(day.to_string(), "2026-11-22");
        assert_eq!(day.first_of_month().to_string(), "2026-11-01");
        assert_eq!(day.starts_at().to_string(), "2026-11-22T00:00:00.000000Z");
        assert_eq!("2026-11-22T23:59:59Z".parse::<Day>().unwrap(), day);
    }
}
