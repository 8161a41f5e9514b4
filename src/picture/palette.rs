//! Colours and type of a picture that stands alone: light and dark.
//!
//! The page has them in its style sheet, which a file by itself cannot use. A test compares the two.

/// For paper or a light page, or for a dark one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// The names of the page's colours (`--ink` and so on), each light and dark.
pub const COLOURS: [(&str, [&str; 2]); 17] = [
    ("paper", ["#ffffff", "#14171a"]),
    ("ink", ["#16181b", "#e9e9e6"]),
    ("soft", ["#5a6066", "#a4abb2"]),
    ("faint", ["#6b7177", "#8d959d"]),
    ("line", ["#e2e2de", "#2c3238"]),
    ("line-strong", ["#b9bcbf", "#4c545c"]),
    ("side-0", ["#1d5a9e", "#74aef0"]),
    ("side-1", ["#bb3a26", "#f08a72"]),
    ("side-2", ["#4d4f43", "#bdbfae"]),
    ("side-3", ["#666a77", "#9aa0ae"]),
    ("on-side", ["#ffffff", "#14171a"]),
    ("focus", ["#8a5200", "#ffc247"]),
    ("accent", ["#d98a00", "#ffc247"]),
    ("accent-soft", ["#fdf1d6", "#3a3017"]),
    ("fierce", ["#6d1d63", "#d77fc9"]),
    ("hostile", ["#b069a8", "#b574aa"]),
    ("cooperative", ["#2b7a5f", "#6fc7a6"]),
];

/// Families of one metric, which are known outside of browsers too: texts are as wide with any of them.
pub const FAMILIES: [&str; 4] = ["Helvetica Neue", "Helvetica", "Arial", "Liberation Sans"];

/// The same as CSS has it.
const FONTS: &str = "\"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", sans-serif";

/// The sheet; `$name` stands for a colour, `@` for the fonts.
const RULES: &str = "text{font-family:@;font-size:12px;fill:$ink}\
    .side-0{fill:$side-0;color:$side-0}.side-1{fill:$side-1;color:$side-1}\
    .side-2{fill:$side-2;color:$side-2}.side-3{fill:$side-3;color:$side-3}\
    .both{fill:$side-0;color:$side-1}.nobody{fill:$soft;color:$soft}\
    .paper{fill:$paper}.rule{fill:$ink}\
    .headline{font-size:20px;font-weight:700}.when{font-size:13px;fill:$soft}\
    .source{font-size:12px;fill:$soft}.key{fill:$soft}\
    .lane{font-weight:700}.count{font-size:12px;fill:$faint}.above{font-size:12px}\
    .grid,.border{stroke:$line;fill:none}.grid-major,.base{stroke:$line-strong;fill:none}\
    .tick{font-size:12px;fill:$soft}.tick-major{font-size:12px;font-weight:700}\
    .glyph,.outline{stroke:$paper;stroke-width:1.5;paint-order:stroke}\
    .both .glyph{stroke:currentColor;stroke-width:2.5;paint-order:normal}\
    .nobody .glyph{fill:$paper;stroke:currentColor;paint-order:normal}\
    .label,.name{paint-order:stroke;stroke:$paper;stroke-width:3px;stroke-linejoin:round}\
    .label{fill:$soft}.major .label{fill:$ink}.name{font-size:12px}\
    .hit{fill:none}.mark.chosen .hit{fill:$accent-soft;stroke:$focus}\
    .chosen .outline{stroke:$focus;stroke-width:3}.chosen .name{font-weight:700}\
    .flag{fill:$paper;stroke:$ink;stroke-linejoin:round}.flag.contested{fill:$accent}\
    .bar{opacity:.8}.vague-start,.vague-end{opacity:1;fill:$paper;stroke:currentColor;stroke-width:.8}\
    .badge{fill:$paper;stroke:currentColor;stroke-width:1.25}\
    .number{font-size:12px;font-weight:700;text-anchor:middle;fill:inherit}\
    .arc{fill:none;stroke:$faint;opacity:.8}.arc.lit{stroke:currentColor;opacity:.75}\
    .arc.near{stroke-width:1.75;opacity:.9}\
    .card{fill:$paper;fill-opacity:.94;stroke:$line-strong}.title{font-size:12px;fill:$soft}\
    .density{fill:$faint}.brush{fill:$accent;fill-opacity:.16;stroke:$focus}.handle{fill:$focus}\
    .area{fill-opacity:.3;stroke:currentColor;stroke-linejoin:round}\
    .rungs{opacity:.7}.way{fill:none;stroke:currentColor;stroke-width:1.6}.knot{stroke:$paper;stroke-width:2}\
    .act-room{fill:$paper}.act-title,.act-day{font-size:14px}\
    .major .act-title,.act-day,.since-words{font-weight:700}.act-note{fill:$soft}\
    .act-day{font-size:19px}.on-first text{text-anchor:end}\
    .act-more,.on-both text,.since text,.act-date text{text-anchor:middle}\
    .since-room{fill:$paper;stroke:currentColor}.since-words{font-size:12px;fill:inherit}\
    .in-hours .since-room{fill:currentColor}.in-hours .since-words{fill:$on-side}\
    .later .since-room{stroke-dasharray:3 2}\
    .tie{fill:none;stroke:$soft;stroke-dasharray:2 3}.relation.dim .tie{stroke-opacity:.15}\
    .reach{fill:none;stroke:none}\
    .line,.bore{fill:none}.line{stroke:$faint}.head{fill:$faint;stroke:none}.bore{stroke:$paper}\
    .pill{fill:$paper;stroke:$faint;stroke-width:1}\
    .fierce .line,.fierce .pill{stroke:$fierce}.fierce .head{fill:$fierce}\
    .hostile .line,.hostile .pill{stroke:$hostile}.hostile .head{fill:$hostile}\
    .cooperative .line,.cooperative .pill{stroke:$cooperative}.cooperative .head{fill:$cooperative}\
    .ground{fill-opacity:.07;stroke:none}.ground.unattributed{fill:$paper;fill-opacity:1;stroke:$line-strong;stroke-width:1;stroke-dasharray:3 3}\
    .camp-name{font-weight:700;fill:inherit}.note{font-size:12px;fill:$soft}\
    .band-count{font-size:12px;font-weight:700}\
    .end{text-anchor:end}.middle{text-anchor:middle}\
    .ring{fill:none;stroke:currentColor;stroke-width:1.3}.node .outline{stroke-width:1}\
    .hollow .outline{fill:$paper;stroke:currentColor;stroke-width:1.8;paint-order:normal}\
    .dealing .line{stroke-opacity:.85}.wire .line,.lit .line,.band .line{stroke-opacity:.9}\
    .dim{opacity:.88;fill:$soft;color:$soft}.dim .label,.dim .name{fill:$soft}\
    .dim .glyph,.dim .outline{opacity:.5}.arc.dim{opacity:.14;fill:none}\
    .dealing.dim .line,.dealing.dim .head,.band.dim .line,.band.dim .head{opacity:.12}";

impl Palette {
    /// The sheet of a picture in these colours, without custom properties, which few other programs know.
    #[must_use]
    pub fn style(self) -> String {
        let mut sheet = String::new();
        let mut pieces = RULES.split('$');
        sheet += pieces.next().unwrap_or_default();
        for piece in pieces {
            let end = piece.find([';', '}']).unwrap_or(piece.len());
            let (name, rest) = piece.split_at(end);
            sheet += self.colour(name);
            sheet += rest;
        }
        sheet.replace('@', FONTS)
    }

    /// The colour called `name`, as `#rrggbb`; nothing for a name that there is not.
    #[must_use]
    pub fn colour(self, name: &str) -> &'static str {
        COLOURS.iter().find(|(known, _)| *known == name).map_or("", |(_, colours)| colours[self as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_page() {
        let tokens = include_str!("../../styles/tokens.css");
        for (name, [light, dark]) in COLOURS {
            let told = format!("--{name}: light-dark({light}, {dark});");
            assert!(tokens.contains(&told), "{told}");
        }
    }

    #[test]
    fn the_fonts_are_told_to_both() {
        let told = FONTS.split(", ").map(|family| family.trim_matches('"'));
        assert!(told.eq(FAMILIES.into_iter().chain(["sans-serif"])));
    }

    #[test]
    fn a_sheet_names_every_colour_and_leaves_no_place_open() {
        for palette in [Palette::Light, Palette::Dark] {
            let sheet = palette.style();
            assert!(!sheet.contains(['$', '@']) && !sheet.contains(":;") && !sheet.contains(":}"), "{sheet}");
            assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
        }
        assert_ne!(Palette::Light.style(), Palette::Dark.style());
    }
}
