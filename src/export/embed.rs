//! The line that puts a view into another page, as `docs/embedding.md` tells it.

use super::text::{escaped, html};
use crate::state::url::{chosen, encode, plain};
use crate::state::{PARTS, Parts, State};

/// Heights in pixels where there are 720 px of width and more, and where there are fewer.
///
/// Those of `embed.js`: with less, the frame would scroll within the article.
#[must_use]
pub const fn heights(parts: Parts) -> [u16; 2] {
    match parts {
        Parts::Both => [800, 870],
        Parts::Timeline => [540, 600],
        Parts::Graph | Parts::List => [480, 480],
        Parts::Ladder => [800, 800],
    }
}

/// A frame with exactly this view; `page` is the page's address without query and fragment.
#[must_use]
pub fn frame(state: &State, page: &str) -> String {
    let mut code = String::from("<iframe src=\"");
    code += &escaped(page, html);
    code += "?embed";
    if let Some(parts) = chosen(&PARTS, state.frame.parts) {
        code += "&amp;view=";
        code += parts;
    }
    let fragment = encode(&state.record, &state.view);
    if !fragment.is_empty() {
        code.push('#');
        code += &escaped(&fragment, html);
    }
    code += "\" title=\"";
    code += &escaped(state.record.data().meta.title, html);
    code += "\" width=\"100%\" height=\"";
    code += &heights(state.frame.parts)[0].to_string();
    code + "\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>"
}

/// The element that grows with the page and can be spoken to; it does not know which tab is in front.
#[must_use]
pub fn element(state: &State, page: &str) -> String {
    let folder = page.rfind('/').map_or("", |end| &page[..=end]);
    let mut code = String::from("<script type=\"module\" src=\"");
    code += &escaped(folder, html);
    code += "embed.js\"></script>\n<brink-timeline";
    let mut attribute = |name: &str, value: &str| {
        code.push(' ');
        code += name;
        code += "=\"";
        code += &escaped(value, html);
        code.push('"');
    };
    if let Some(parts) = chosen(&PARTS, state.frame.parts) {
        attribute("view", parts);
    }
    let fragment = encode(&state.record, &state.view);
    for (key, value) in fragment.split('&').filter_map(|pair| pair.split_once('=')) {
        match key {
            "view" => {}
            _ => attribute(key, &plain(value)),
        }
    }
    // For those who see the article without the script: where it was taken out, or in a feed reader.
    code += "><a href=\"";
    code += &escaped(page, html);
    if !fragment.is_empty() {
        code.push('#');
        code += &escaped(&fragment, html);
    }
    code += "\">";
    code += &escaped(state.record.data().meta.title, html);
    code + "</a></brink-timeline>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_those_that_the_element_keeps_free() {
        let script = include_str!("../../scripts/embed.js");
        for (parts, rule) in [
            (Parts::Both, ":host{"),
            (Parts::Timeline, "[view=timeline]){"),
            (Parts::Graph, "[view=list])){"),
            (Parts::List, "[view=list])){"),
            (Parts::Ladder, "[view=ladder]){"),
        ] {
            let [wide, narrow] = heights(parts);
            let (_, after) = script.split_once(rule).unwrap();
            let (rule, _) = after.split_once('}').unwrap();
            assert!(rule.ends_with(&format!("--w:{wide}px;--n:{narrow}px")), "{rule}");
        }
    }
}
