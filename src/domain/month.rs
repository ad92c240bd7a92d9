//! Calendar months in UTC: what statements are about and quotas count by. Written `2026-11`.

use std::fmt;
use std::str::FromStr;

use super::time::{Day, Timestamp};

/// A calendar month in UTC, counted from January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

const MONTHS_PER_YEAR: i32 = 12;
const FIRST_YEAR: i32 = 1970;
const LAST_YEAR: i32 = 9999;

/// The text is not a month of the years 1970-9999.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("is not a month like `2026-11`")]
pub struct BadMonth;

impl Month {
    /// The month that the day lies in.
    pub fn of(day: Day) -> Self {
        let (year, month) = day.year_and_month();
        Self((year - FIRST_YEAR) * MONTHS_PER_YEAR + month - 1)
    }

    /// Months since January 1970.
    pub fn number(self) -> u16 {
        // At most 8,030 years of twelve months.
        u16::try_from(self.0).unwrap_or(u16::MAX)
    }

    /// Its first day.
    pub fn first(self) -> Day {
        Day::first_of(
            FIRST_YEAR + self.0.div_euclid(MONTHS_PER_YEAR),
            self.0.rem_euclid(MONTHS_PER_YEAR) + 1,
        )
    }

    /// Its last day.
    pub fn last(self) -> Day {
        Day::from_number(self.next().first().number() - 1)
    }

    /// How many days it has.
    pub fn day_count(self) -> u32 {
        let days = self.next().first().number() - self.first().number();
        u32::try_from(days).unwrap_or(0)
    }

    /// Its days, in their order.
    pub fn days(self) -> impl Iterator<Item = Day> {
        (self.first().number()..self.next().first().number()).map(Day::from_number)
    }

    /// The midnight with which it is over.
    pub fn ends_at(self) -> Timestamp {
        self.next().first().starts_at()
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }
}

impl Timestamp {
    /// The UTC month.
    pub fn month(self) -> Month {
        Month::of(self.day())
    }
}

impl FromStr for Month {
    type Err = BadMonth;

    fn from_str(text: &str) -> Result<Self, BadMonth> {
        let (year, month) = text.split_once('-').ok_or(BadMonth)?;
        let is_number = |part: &str, digits| {
            part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_number(year, 4) || !is_number(month, 2) {
            return Err(BadMonth);
        }
        let year: i32 = year.parse().map_err(|_| BadMonth)?;
        let month: i32 = month.parse().map_err(|_| BadMonth)?;
        if !(FIRST_YEAR..LAST_YEAR).contains(&year) || !(1..=MONTHS_PER_YEAR).contains(&month) {
            return Err(BadMonth);
        }
        Ok(Self((year - FIRST_YEAR) * MONTHS_PER_YEAR + month - 1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = FIRST_YEAR + self.0.div_euclid(MONTHS_PER_YEAR);
        let month = self.0.rem_euclid(MONTHS_PER_YEAR) + 1;
        write!(f, "{year:04}-{month:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_written_read_and_counted() {
        for (text, first, last, days) in [
            ("2026-11", "2026-11-01", "2026-11-30", 30),
            ("2026-12", "2026-12-01", "2026-12-31", 31),
            ("2027-02", "2027-02-01", "2027-02-28", 28),
            ("2028-02", "2028-02-01", "2028-02-29", 29),
            ("2000-02", "2000-02-01", "2000-02-29", 29),
            ("1970-01", "1970-01-01", "1970-01-31", 31),
        ] {
            let month: Month = text.parse().unwrap();
            assert_eq!(month.to_string(), text);
            assert_eq!(month.first().to_string(), first);
            assert_eq!(month.last().to_string(), last);
            assert_eq!(month.day_count(), days);
            assert_eq!(month.days().count(), days as usize);
            assert!(month.days().all(|day| Month::of(day) == month));
            assert_eq!(month.next().previous(), month);
            assert_eq!(month.ends_at().month(), month.next());
        }
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for bad in [
            "",
            "2026",
            "2026-13",
            "2026-00",
            "2026-1",
            "26-11",
            "2026-11-01",
            "+026-11",
            "1969-12",
            "9999-01",
            "2026/11",
            "november",
        ] {
            assert_eq!(bad.parse::<Month>(), Err(BadMonth), "{bad}");
        }
    }
}
