//! The words of a text as search compares them: small letters without marks,
//! and where in the text each one stands.
//!
//! Separate because one rule reads the record, the query and the text in which words are marked. The tables
//! are written here: the standard library cannot take a mark off a letter,
//! and a crate that can weighs more than the rest of search.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Default)]
pub struct Word {
    /// Its letters and digits, folded: of Latin ones `a` to `z` and `0` to `9`; at least one.
    pub letters: String,
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Written with a capital, so most likely a name.
    pub is_name: bool,
    /// Neither a part of a word nor two words read as one.
    pub is_whole: bool,
}

/// U+00C0 to U+017F (Latin-1 and Latin Extended-A) without their marks; `-` is no letter.
const LATIN: &[u8; 0xC0] = b"aaaaaaaceeeeiiiidnooooo-ouuuuyts\
aaaaaaaceeeeiiiidnooooo-ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll\
nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// U+1E00 to U+1E99 (Latin Extended Additional), where scholars find letters for Arabic.
const LATIN_DOTTED: &[u8; 0x9A] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiii\
kkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy";

/// Tells `found` the words of `text` from left to right. O(length).
///
/// - Apostrophes, ʿ and points inside a word are left out: “Kataʾib” and “U.S.” are `kataib` and `us`.
///   So is the `'s` of a possessive.
/// - Two words joined by a hyphen or a comma come one by one and also as one:
///   `abdul`, `mahdi`, `abdulmahdi`; `1`, `500`, `1500`.
/// - Letters followed by two digits or more come whole and in their two parts: `ps752`, `ps`, `752`.
pub fn each_word(text: &str, found: &mut dyn FnMut(&Word)) {
    let mut before = Word::default();
    let mut next = 0;
    for piece in text.split_inclusive(is_break) {
        let body = piece.trim_start_matches(is_edge);
        let start = next + piece.len() - body.len();
        next += piece.len();
        let whole = body.trim_end_matches(is_edge);
        let body =
            whole.strip_suffix(['s', 'S']).and_then(|name| name.strip_suffix(['\'', '’'])).unwrap_or(whole);
        let letters: String = body.chars().filter_map(letter).collect();
        if letters.is_empty() {
            before.letters.clear();
            continue;
        }
        let is_name = body.starts_with(|sign: char| sign.is_ascii_uppercase() || !sign.is_ascii());
        let word = Word { letters, at: start..start + body.len(), is_name, is_whole: true };
        found(&word);
        tell_parts(&word, found);
        if !before.letters.is_empty() {
            let letters = before.letters + &word.letters;
            found(&Word {
                letters,
                at: before.at.start..word.at.end,
                is_name: before.is_name,
                is_whole: false,
            });
        }
        before = word;
        // A possessive is joined to nothing.
        if body.len() < whole.len() || !piece.ends_with(['-', ',', '\u{2010}', '\u{2011}', '–']) {
            before.letters.clear();
        }
    }
}

/// Tells the letters and the number of a word like `ps752`.
fn tell_parts(word: &Word, found: &mut dyn FnMut(&Word)) {
    let (name, number) =
        word.letters.split_at(word.letters.trim_end_matches(|sign: char| sign.is_ascii_digit()).len());
    // With signs inside, the parts cannot be told in the text.
    if !name.is_empty() && number.len() > 1 && word.at.len() == word.letters.len() {
        let end = word.at.end - number.len();
        found(&Word { letters: name.to_owned(), at: word.at.start..end, is_name: false, is_whole: false });
        found(&Word { letters: number.to_owned(), at: end..word.at.end, is_name: false, is_whole: false });
    }
}

/// Whether a word cannot go on across `sign`.
fn is_break(sign: char) -> bool {
    is_edge(sign)
        && !matches!(sign, '.' | '\'' | '`' | '´' | '‘' | '’' | '\u{2B0}'..='\u{2FF}')
        && !matches!(sign, '\u{200C}'..='\u{200F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// Whether `sign` is neither a letter nor a mark over one, so that no word starts or ends with it.
fn is_edge(sign: char) -> bool {
    letter(sign).is_none() && !matches!(sign, '\u{300}'..='\u{36F}')
}

/// The letter or digit without mark and size; none for all that is neither.
///
/// Letters that Persian and Arabic write with different signs are one, and digits are those of Latin texts.
fn letter(sign: char) -> Option<char> {
    let code = sign as usize;
    let plain = match sign {
        '\0'..='\x7F' => sign,
        '\u{C0}'..='\u{17F}' => char::from(LATIN[code - 0xC0]),
        '\u{1E00}'..='\u{1E99}' => char::from(LATIN_DOTTED[code - 0x1E00]),
        '\u{2B0}'..='\u{2FF}' | '\u{640}' => return None,
        _ => return other_letter(sign),
    };
    plain.is_ascii_alphanumeric().then(|| plain.to_ascii_lowercase())
}

/// As [`letter`], outside Latin.
fn other_letter(sign: char) -> Option<char> {
    let moved = |by: u32| char::from_u32(u32::from(sign) + by);
    let digit = |zero: u32| char::from_digit(u32::from(sign) - zero, 10);
    match sign {
        'ي' | 'ى' | 'ئ' => Some('ی'),
        'ك' => Some('ک'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ؤ' => Some('و'),
        'ة' | 'ۀ' => Some('ه'),
        '\u{660}'..='\u{669}' => digit(0x660),
        '\u{6F0}'..='\u{6F9}' => digit(0x6F0),
        // Capitals of Greek and Cyrillic.
        '\u{391}'..='\u{3A9}' | '\u{410}'..='\u{42F}' => moved(0x20),
        '\u{400}'..='\u{40F}' => moved(0x50),
        // Marks over Arabic letters.
        '\u{64B}'..='\u{65F}' | '\u{670}' => None,
        _ => sign.is_alphanumeric().then_some(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut words = Vec::new();
        each_word(text, &mut |word| words.push(word.letters.clone()));
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn letters_lose_size_and_marks() {
        check(
            "Agnès Callamard, Shinzō ABE; Bürgenstock",
            &["agnes", "callamard", "shinzo", "abe", "burgenstock"],
        );
        check("Ḥasan Naṣr Allāh, Qāsim e\u{301}te\u{301}", &["hasan", "nasr", "allah", "qasim", "ete"]);
        check(
            "ÆÐ×Øß÷ÿ ĀčđěģħıĳķłŋőœŘšţŮŵŸžſ Ḁḉḍḛḟḡḥḯḱḻṃṇṓṗṛṣṭṳṽẉẍẏẕẖẗẘẙ",
            &["ad", "os", "y", "acdeghiiklnoorstuwyzs", "acdefghiklmnoprstuvwxyzhtwy"],
        );
    }

    #[test]
    fn signs_inside_a_word_are_left_out_and_others_end_it() {
        check("Kataʾib, Kata’ib and Sana'a", &["kataib", "kataib", "and", "sanaa"]);
        check("the U.S. and “D.C.”", &["the", "us", "and", "dc"]);
        check("Iran'S, Trump’s ‘slap’ of 3.67%.", &["iran", "trump", "slap", "of", "367"]);
        check("Iran/Iraq (P5+1)", &["iran", "iraq", "p5", "1"]);
        check("", &[]);
        check(" ’s – 'ʿ.", &["s"]);
    }

    #[test]
    fn other_scripts_are_read_and_their_spellings_are_one() {
        check("伊朗 Тегеран ΤΕΧΕΡΆΝΗ", &["伊朗", "тегеран", "τεχερΆνη"]);
        check("كاظم ي", &["کاظم", "ی"]);
        check("می\u{200C}گوید، قُدس", &["میگوید", "قدس"]);
        check("پی‌اس ۷۵۲ و ٧٥٢", &["پیاس", "752", "و", "752"]);
    }

    #[test]
    fn joined_words_come_apart_and_as_one() {
        check("Abdul-Mahdi", &["abdul", "mahdi", "abdulmahdi"]);
        check("1,500 of PS752", &["1", "500", "1500", "of", "ps752", "ps", "752"]);
        check("pre- and post-, E3", &["pre", "and", "post", "e3"]);
        check("Iran's-Iraq", &["iran", "iraq"]);
    }

    proptest! {
        #[test]
        fn a_word_stands_where_it_says(text in "[a-zA-Z0-9éḥ’'., -]{0,24}|\\PC{0,12}") {
            each_word(&text, &mut |word| {
                let own: String = text[word.at.clone()].chars().filter_map(letter).collect();
                assert_eq!(own, word.letters);
                assert!(!own.is_empty());
            });
        }
    }
}
