//! The page for those who do not see it or use no pointer: what axe-core finds,
//! the tree that screen readers walk, where the focus is.

use std::fs;

use serde_json::{Value, json};

use crate::page::Page;
use crate::{must, root};

/// Where `cargo xtask` puts axe-core.
const AXE: &str = "target/xtask/clients/node_modules/axe-core/axe.min.js";

/// All rules of WCAG's levels A and AA up to 2.2 and axe's own advice, with the two that it leaves off.
const RUN: &str = "const done = arguments[arguments.length - 1];
    const rules = { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } };
    const node = (node) => node.target.join(' ') + ': ' + [...node.any, ...node.all, \
    ...node.none].map((check) => check.message).join('; ');
    const told = (all) => all.map((rule) => [rule.id, rule.nodes.map(node)]);
    axe.run(document, { resultTypes: ['violations', 'incomplete'], rules }).then(
        (found) => done([told(found.violations), told(found.incomplete)]), (error) => done(String(error)));";

/// What a rule finds: its name, and the elements with the reason.
pub type Finding = (String, Vec<String>);

impl Page {
    /// What axe-core finds wrong, and what it leaves to be looked at.
    ///
    /// # Panics
    /// When axe-core is not there (`cargo xtask test` fetches it), or cannot run.
    #[track_caller]
    pub fn axe(&mut self) -> [Vec<Finding>; 2] {
        let axe = must(fs::read_to_string(root().join(AXE)), AXE);
        self.js(&format!("{axe}; window.axe = axe"));
        self.post("/timeouts", &json!({ "script": 110_000 }));
        let found = self.post("/execute/async", &json!({ "script": RUN, "args": [] }));
        assert!(found.is_array(), "axe-core: {found}");
        [0, 1].map(|which| found[which].as_array().into_iter().flatten().map(finding).collect())
    }

    /// The tree that screen readers get, reduced to roles, names and levels: a line for each node, indented.
    /// Chromium alone tells it.
    pub fn accessibility_tree(&mut self) -> String {
        let found =
            self.post("/goog/cdp/execute", &json!({ "cmd": "Accessibility.getFullAXTree", "params": {} }));
        let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
        let mut lines = String::new();
        if let Some(top) = nodes.first() {
            write_node(&nodes, top, 0, &mut lines);
        }
        lines
    }

    /// Whether the page's scripts run. Chromium alone can be told.
    pub fn switch_scripts(&mut self, are_on: bool) {
        let params = json!({ "value": !are_on });
        self.post(
            "/goog/cdp/execute",
            &json!({ "cmd": "Emulation.setScriptExecutionDisabled", "params": params }),
        );
    }

    /// What has the focus, in words, with what is wrong with that: it must be on the screen and have a ring.
    ///
    /// # Panics
    /// When nothing has it, or it cannot be seen.
    #[track_caller]
    pub fn seen_focus(&mut self) -> String {
        self.settle();
        let found = self.js(
            "const e = document.activeElement, r = e.getClientRects()[0] ?? e.getBoundingClientRect(), \
             style = getComputedStyle(e);
            const inside = r.bottom > 0 && r.right > 0 && r.top < innerHeight && r.left < innerWidth && \
            r.width + r.height > 0;
            const width = (style, name) => parseFloat(style.getPropertyValue(name)) || 0;
            const rings = (shape) => { const style = getComputedStyle(shape); return style.stroke !== \
            'none' && width(style, 'stroke-width') >= 2 };
            const outlined = style.outlineStyle !== 'none' && width(style, 'outline-width') >= 2;
            const ring = outlined || [...e.querySelectorAll(':scope > :is(rect, path)')].some(rings)
                || e.matches('.told') && getComputedStyle(e.querySelector('.told-head')).borderBottomColor \
                !== style.color;
            const x = Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 2), y = \
            Math.min(Math.max(r.top + Math.min(r.height / 2, 12), 1), innerHeight - 2);
            const top = document.elementFromPoint(x, y);
            const bare = e.localName === 'g' || e.contains(top) || top?.contains(e);
            return [e.localName, e.getAttribute('aria-label') ?? e.textContent.trim().slice(0, 90), inside, \
            ring, bare]",
        );
        let told =
            format!("{}: {}", found[0].as_str().unwrap_or_default(), found[1].as_str().unwrap_or_default());
        assert!(found[0] != "body" && found[0] != "html", "nothing has the focus");
        assert!(found[2] == true, "what has the focus is off the screen: {told}");
        assert!(found[3] == true, "what has the focus has no ring: {told}");
        assert!(found[4] == true, "what has the focus is covered: {told}");
        told
    }
}

fn finding(rule: &Value) -> Finding {
    let nodes =
        rule[1].as_array().into_iter().flatten().map(|node| node.as_str().unwrap_or_default().to_owned());
    (rule[0].as_str().unwrap_or_default().to_owned(), nodes.collect())
}

fn write_node(nodes: &[Value], node: &Value, depth: usize, lines: &mut String) {
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let (role, name) = (text(&node["role"]), text(&node["name"]));
    // Texts stand in the names of what they are in, and boxes for layout say nothing.
    let is_silent = node["ignored"] == true
        || matches!(
            role.as_str(),
            "none" | "generic" | "InlineTextBox" | "StaticText" | "LineBreak" | "ListMarker" | "presentation"
        );
    let depth = if is_silent {
        depth
    } else {
        let level =
            node["properties"].as_array().into_iter().flatten().find(|property| property["name"] == "level");
        let level = level.map_or(String::new(), |level| format!(" {}", level["value"]["value"]));
        let name = if name.is_empty() { String::new() } else { format!(" “{name}”") };
        *lines += &format!("{}{role}{level}{name}\n", "  ".repeat(depth));
        depth + 1
    };
    for id in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().find(|node| node["nodeId"] == *id) {
            write_node(nodes, child, depth, lines);
        }
    }
}
