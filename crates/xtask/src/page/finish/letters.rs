//! The widths of texts where no browser measures them:
//! those of Helvetica, which Arial and Liberation Sans share.
//!
//! From Adobe's font metrics of Helvetica (AFM, "Core 14"), in thousandths of the font size.

/// The characters from space to tilde.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// Letters with a mark are as wide as those without; this is for all else, an em's half and more.
const OTHER: u16 = 667;

/// How much wider a text may run in a reader's browser: systems have their own fonts.
pub const FONTS_DIFFER: f64 = 1.08;

/// Width of a character in thousandths of the type's size.
const fn letter(c: char) -> u16 {
    match c {
        ' '..='~' => ASCII[c as usize - ' ' as usize],
        '\u{a0}' | '·' => 278,
        '’' | '‘' => 222,
        '“' | '”' => 333,
        '–' | 'à'..='æ' | 'è'..='ë' | 'ñ'..='ö' | 'ø'..='ü' | 'ā' | 'ē' | 'ō' | 'ū' => 556,
        '−' => 584,
        'ç' | 'ý' | 'ÿ' | 'š' | 'ž' | 'č' | 'ć' => 500,
        'ì'..='ï' | 'ī' | 'ı' => 278,
        '—' | '…' => 1000,
        _ => OTHER,
    }
}

/// Width of `text` at `size` pixels.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| f64::from(letter(c))).sum::<f64>() / 1000.0 * size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        // The sum of AFM's own figures.
        assert!((width("Iran", 1000.0) - f64::from(278 + 333 + 556 + 556)).abs() < 1e-9);
        assert!((width("WAx~ …", 1000.0) - f64::from(944 + 667 + 500 + 584 + 278 + 1000)).abs() < 1e-9);
        assert!((width("abc", 12.0) - 1612.0 * 0.012).abs() < 1e-9);
    }
}
