//! What is written and drawn stands out from its ground, by the formula of WCAG 2.2, in both themes: text at
//! 4.5 : 1, all else that carries meaning at 3 : 1.
//!
//! Colours are those of the style sheet's tokens; where the sheet lets one shine through, so it is here. What
//! browsers compute of text in HTML is measured in the journeys.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../styles/tokens.css");

/// The grounds that words and signs stand on.
const GROUNDS: [&str; 3] = ["paper", "raised", "accent-soft"];

/// Words, by colour.
const TEXTS: [&str; 6] = ["ink", "soft", "side-0", "side-1", "side-2", "side-3"];

/// Signs: what they are, their colour, how much of it is there.
const SIGNS: [(&str, &str, f64); 13] = [
    ("the ring of the focus", "focus", 1.0),
    ("around fields and buttons", "edge", 1.0),
    ("arcs", "faint", 0.8),
    ("arcs of a chain", "side-0", 0.75),
    ("arcs of a chain", "side-1", 0.75),
    ("bars of the West", "side-0", 0.8),
    ("bars of others", "side-3", 0.8),
    ("bars of the strip", "faint", 1.0),
    ("the brush", "focus", 1.0),
    ("very hostile", "fierce", 0.85),
    ("hostile", "hostile", 0.85),
    ("friendly", "cooperative", 0.85),
    ("relations", "soft", 1.0),
];

type Rgb = [f64; 3];

/// The tokens of a theme: 0 is light, 1 dark.
fn tokens(theme: usize) -> BTreeMap<String, Rgb> {
    let main = TOKENS.split("@media").next().unwrap();
    let token = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let colour = value.trim_end_matches(");").split(", ").nth(theme)?.trim_start_matches('#').to_owned();
        let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap());
        Some((name.to_owned(), [0, 2, 4].map(part)))
    };
    main.lines().filter_map(token).collect()
}

/// Relative luminance, of parts from 0 to 255.
fn luminance(colour: Rgb) -> f64 {
    let linear = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let [a, b] = [luminance(one), luminance(other)];
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// So much of a colour on a ground.
fn over(colour: Rgb, ground: Rgb, share: f64) -> Rgb {
    std::array::from_fn(|at| colour[at] * share + ground[at] * (1.0 - share))
}

#[test]
fn the_formula_is_that_of_the_standard() {
    let [black, white, grey] = [[0.0; 3], [255.0; 3], [118.0; 3]];
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(grey, white) - 4.54).abs() < 0.01);
}

#[test]
fn words_stand_out_at_four_and_a_half_to_one_on_every_ground() {
    for theme in [0, 1] {
        let tokens = tokens(theme);
        for ground in GROUNDS {
            for text in TEXTS {
                let found = contrast(tokens[text], tokens[ground]);
                assert!(found >= 4.5, "{text} on {ground}, theme {theme}: {found:.2}");
            }
        }
        // What steps back shines through a little; it stands on the paper alone, as faint words do.
        let back = contrast(over(tokens["soft"], tokens["paper"], 0.88), tokens["paper"]);
        assert!(back >= 4.5, "what steps back, theme {theme}: {back:.2}");
        for (text, ground) in
            [("faint", "paper"), ("paper", "ink"), ("on-side", "side-0"), ("on-side", "side-1")]
        {
            let found = contrast(tokens[text], tokens[ground]);
            assert!(found >= 4.5, "{text} on {ground}, theme {theme}: {found:.2}");
        }
    }
}

#[test]
fn signs_stand_out_at_three_to_one() {
    for theme in [0, 1] {
        let tokens = tokens(theme);
        for (what, colour, share) in SIGNS {
            let found = contrast(over(tokens[colour], tokens["paper"], share), tokens["paper"]);
            assert!(found >= 3.0, "{what} ({colour}), theme {theme}: {found:.2}");
        }
        for ground in GROUNDS {
            assert!(contrast(tokens["focus"], tokens[ground]) >= 3.0, "the focus on {ground}, theme {theme}");
        }
    }
}

/// The table of docs/accessibility.md is what is measured here.
#[test]
fn the_statement_has_the_measured_contrasts() {
    let statement = include_str!("../../docs/accessibility.md");
    let [light, dark] = [0, 1].map(tokens);
    let on_paper = |tokens: &BTreeMap<String, Rgb>, colour: &str, share| {
        format!("{:.2}", contrast(over(tokens[colour], tokens["paper"], share), tokens["paper"]))
    };
    let texts = TEXTS.iter().chain(&["faint"]).map(|text| (format!("words in `--{text}`"), *text, 1.0));
    let signs = SIGNS.iter().map(|(what, colour, share)| (format!("{what}, `--{colour}`"), *colour, *share));
    for (what, colour, share) in texts.chain(signs) {
        let row =
            format!("| {what} | {} | {} |", on_paper(&light, colour, share), on_paper(&dark, colour, share));
        assert!(statement.contains(&row), "docs/accessibility.md lacks this row:\n{row}");
    }
}
