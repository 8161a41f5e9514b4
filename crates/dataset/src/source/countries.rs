//! The country codes of ISO 3166-1 (alpha-2), and what others probably mean.

use super::hint::Hint;

/// All 249 codes that are assigned.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV \
    BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES \
    ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE \
    IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY \
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU \
    NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM \
    SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE \
    VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Codes in use that the standard leaves to its users or does not have.
const OTHERS: &str = "XK";

/// Codes of other lists, of states that are no more, and names, each with the code for today.
const MEANT: [(&str, &str); 14] = [
    ("UK", "GB"),
    ("EN", "GB"),
    ("EL", "GR"),
    ("SU", "RU"),
    ("DD", "DE"),
    ("YU", "RS"),
    ("CS", "RS"),
    ("TP", "TL"),
    ("ZR", "CD"),
    ("BU", "MM"),
    ("USA", "US"),
    ("IRN", "IR"),
    ("IRQ", "IQ"),
    ("GBR", "GB"),
];

/// Whether `code` is a country's.
pub fn is_code(code: &str) -> bool {
    [CODES, OTHERS].iter().flat_map(|list| list.split(' ')).any(|known| known == code)
}

/// The code that was probably meant: the same in capitals, or that of another list.
pub fn hint(code: &str) -> Hint {
    let capitals = code.to_uppercase();
    if is_code(&capitals) {
        return Hint::at(&capitals);
    }
    let meant = MEANT.iter().find(|(wrong, _)| *wrong == capitals).map(|(_, right)| *right);
    // Three letters of ISO 3166-1 mostly start with the two.
    let two = capitals.get(..2).filter(|two| capitals.len() == 3 && is_code(two));
    meant.or(two).map_or_else(Hint::default, Hint::at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_stands_once_in_order() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(codes.iter().all(|code| code.len() == 2 && is_code(code)));
    }

    #[test]
    fn what_was_meant_is_a_code() {
        for (wrong, right) in MEANT {
            assert!(is_code(right), "{wrong}");
            assert_eq!(hint(wrong).name(), Some(right));
            assert!(!is_code(wrong), "{wrong} is a code");
        }
        assert_eq!(hint("gb").name(), Some("GB"));
        assert_eq!(hint("FRA").name(), Some("FR"));
        assert_eq!(hint("XX").name(), None);
    }
}
