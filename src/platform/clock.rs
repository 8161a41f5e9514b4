//! The current time, read only where the reader asks for something that bears a date.

use dataset::units::UnixSecs;
use web_sys::js_sys::Date;

/// Now.
#[must_use]
pub fn now() -> UnixSecs {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of this age fit well")]
    UnixSecs((Date::now() / 1000.0) as i64)
}
