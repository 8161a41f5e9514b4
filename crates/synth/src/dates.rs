//! When the events of a made-up record happen: in bursts, more of them late than early.

use crate::random::Random;

/// Days in a year, on average; here only to spread bursts.
const YEAR_DAYS: f64 = 365.25;
/// How much of all happens in bursts.
const IN_BURSTS: f64 = 0.8;
/// How long after its burst began an event comes, on average, in days.
const BURST_DAYS: f64 = 25.0;

/// When something happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Date {
    /// Days since 1970-01-01.
    pub day: i64,
    /// Which burst it belongs to.
    pub burst: Option<usize>,
}

/// Dates for `count` events within the `years` (from the first's start to the last's), in order.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "days of some centuries, and counts far below 2^53"
)]
pub fn bursts(count: usize, years: (i64, i64), random: &mut Random) -> Vec<Date> {
    let first = ((years.0 - 1970) as f64 * YEAR_DAYS) as i64;
    let length = ((years.1 - years.0) as f64 * YEAR_DAYS) as i64;
    let num_bursts = (count as f64).sqrt() as usize / 2 + 1;
    // The third root of an even share lies late: half of all after four fifths of the time.
    let starts: Vec<f64> = (0..num_bursts).map(|_| random.share().cbrt() * length as f64).collect();
    let date = |random: &mut Random| {
        if random.share() >= IN_BURSTS {
            return Date { day: first + (random.share() * length as f64) as i64, burst: None };
        }
        let burst = random.below(num_bursts);
        let after = -(1.0 - random.share()).ln() * BURST_DAYS;
        let day = ((starts[burst] + after) as i64).min(length);
        Date { day: first + day, burst: Some(burst) }
    };
    let mut dates: Vec<Date> = (0..count).map(|_| date(random)).collect();
    dates.sort_by_key(|date| date.day);
    dates
}

impl Date {
    /// In EDTF: mostly a day, else a minute, a month or some days.
    pub fn edtf(self, random: &mut Random) -> String {
        let day = iso(self.day);
        match random.weighted(&[70, 20, 5, 5]) {
            0 => day,
            1 => format!("{day}T{:02}:{:02}+03:00", random.below(24), random.below(60)),
            2 => day[..7].to_owned(),
            _ => format!("{day}/{}", iso(self.day + 1 + i64::try_from(random.below(30)).unwrap_or_default())),
        }
    }
}

/// The day as `2020-01-03`. Method: civil from days (Hinnant, *chrono-compatible low-level date algorithms*).
pub fn iso(day: i64) -> String {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{:02}", of_year - (153 * month_from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        for (day, date) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (18_321, "2020-02-29"),
            (18_322, "2020-03-01"),
            (-6_940, "1951-01-01"),
        ] {
            assert_eq!(iso(day), date);
        }
    }

    #[test]
    fn dates_are_in_order_within_the_years_and_clustered() {
        let dates = bursts(4_000, (1951, 2026), &mut Random::new(1));
        assert!(dates.is_sorted_by_key(|date| date.day));
        assert!(iso(dates[0].day).as_str() >= "1950-12-31" && iso(dates[3_999].day).as_str() <= "2026-01-01");
        let same_week = dates.windows(2).filter(|pair| pair[1].day - pair[0].day < 7).count();
        assert!(same_week > 3_000, "{same_week} come within a week of the one before");
    }
}
