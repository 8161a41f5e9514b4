//! How [`Edtf`] is written as Rust, for the table that the build writes; the page has no use for it.

use super::{Clock, Edtf, Endpoint, Form, Precision, Qualifier, Stamp};

impl Edtf {
    /// A constant expression of Rust that equals this date, for the table that the build writes.
    ///
    /// ```
    /// # use dataset::edtf::Edtf;
    /// let date = Edtf::parse("2018-05")?;
    /// assert_eq!(date.to_rust(), "::dataset::edtf::Edtf::single(::dataset::edtf::Stamp::month(2018, 5))");
    /// # Ok::<(), dataset::edtf::EdtfError>(())
    /// ```
    #[must_use]
    pub fn to_rust(&self) -> String {
        let endpoint = |end: Endpoint| match end {
            Endpoint::On(stamp) => format!("::dataset::edtf::Endpoint::On({})", stamp.to_rust()),
            Endpoint::Open => "::dataset::edtf::Endpoint::Open".to_owned(),
            Endpoint::Unknown => "::dataset::edtf::Endpoint::Unknown".to_owned(),
        };
        match self.0 {
            Form::Single(stamp) => format!("::dataset::edtf::Edtf::single({})", stamp.to_rust()),
            Form::Interval(start, end) => format!("::dataset::edtf::Edtf::interval({}, {})", endpoint(start), endpoint(end)),
        }
    }
}

impl Stamp {
    fn to_rust(self) -> String {
        let (date, time) = (self.date(), self.local);
        let (year, month, day) = (date.year(), date.month(), date.day());
        let clock = self.clock.map_or(String::new(), |clock| match clock {
            Clock::Zulu => "::dataset::edtf::Clock::Zulu".to_owned(),
            Clock::Ahead(offset) => format!("::dataset::edtf::Clock::ahead({})", offset.minutes()),
        });
        let call = match self.precision {
            Precision::Year => format!("year({year})"),
            Precision::Month => format!("month({year}, {month})"),
            Precision::Day => format!("day({year}, {month}, {day})"),
            Precision::Minute => format!("day({year}, {month}, {day}).minute({}, {}, {clock})", time.hour(), time.minute()),
            Precision::Second => {
                format!("day({year}, {month}, {day}).second({}, {}, {}, {clock})", time.hour(), time.minute(), time.second())
            }
        };
        let qualified = match self.qualifier {
            Qualifier::Exact => String::new(),
            other => format!(".qualified(::dataset::edtf::Qualifier::{other:?})"),
        };
        format!("::dataset::edtf::Stamp::{call}{qualified}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rust_written_for_a_date_is_that_date() {
        macro_rules! check {
            ($text:literal, $rust:expr) => {
                let date = Edtf::parse($text).unwrap();
                const VALUE: Edtf = $rust;
                assert_eq!(date, VALUE);
                let plain = |text: &str| text.replace("::dataset::edtf::", "").split_whitespace().collect::<String>();
                assert_eq!(plain(&date.to_rust()), plain(stringify!($rust)));
            };
        }
        {
            check!("2018~", Edtf::single(Stamp::year(2018).qualified(Qualifier::Approximate)));
        }
        {
            check!("2018-05?", Edtf::single(Stamp::month(2018, 5).qualified(Qualifier::Uncertain)));
        }
        {
            check!("2020-01-03T00:47Z", Edtf::single(Stamp::day(2020, 1, 3).minute(0, 47, Clock::Zulu)));
        }
        {
            check!("2020-01-03T00:47:30-03:30", Edtf::single(Stamp::day(2020, 1, 3).second(0, 47, 30, Clock::ahead(-210))));
        }
        {
            check!(
                "2018-05-08%/..",
                Edtf::interval(Endpoint::On(Stamp::day(2018, 5, 8).qualified(Qualifier::Both)), Endpoint::Open)
            );
        }
        {
            check!("/2018", Edtf::interval(Endpoint::Unknown, Endpoint::On(Stamp::year(2018))));
        }
    }
}
