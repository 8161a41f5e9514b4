//! What the page did behind its reader's back: what it asked for,
//! and what browser and server had to complain of.

use serde_json::json;

use crate::browser::Kind;
use crate::page::Page;

impl Page {
    /// What went wrong according to the browser since the last call: errors on the console, exceptions,
    /// rejected promises. Only Chromium tells violations of the policy and files that did not load
    /// ([`Page::missing`] knows the latter).
    pub fn console_errors(&mut self) -> Vec<String> {
        match self.browser.kind() {
            Kind::Chromium => {
                let log = self.post("/se/log", &json!({ "type": "browser" }));
                let severe = log.as_array().into_iter().flatten().filter(|entry| entry["level"] == "SEVERE");
                severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
            }
            Kind::Firefox => {
                let output = self.driver.output_since_last();
                output.lines().filter(|line| told_by_page(line)).map(str::to_owned).collect()
            }
        }
    }

    /// Every file of its folder that the page asked the server for, in order;
    /// other paths in full, from their `/` on.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.server.asked().into_iter().map(|request| request.path).collect()
    }

    /// Those of [`Page::requests`] that the server does not have.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        self.server.asked().into_iter().filter(|request| !request.found).map(|request| request.path).collect()
    }

    /// The address of every resource that the page loaded from a host that is not its own.
    pub fn foreign_requests(&mut self) -> Vec<String> {
        let foreign = self
            .js("return performance.getEntriesByType('resource').map(e => e.name).filter(n => \
             !n.startsWith(location.origin) && !n.startsWith('data:'))");
        foreign
            .as_array()
            .into_iter()
            .flatten()
            .map(|name| name.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// What the browser told the server of breaches of its policy: which directive, by what.
    #[must_use]
    pub fn breaches(&self) -> Vec<String> {
        self.server.breaches()
    }

    /// Checks that nobody complained: no error on the console, no file missing, no other host asked,
    /// no breach of the policy.
    ///
    /// # Panics
    /// When somebody did.
    #[track_caller]
    pub fn assert_no_complaints(&mut self) {
        let complaints =
            [self.console_errors(), self.missing(), self.foreign_requests(), self.breaches()].concat();
        assert_eq!(complaints, [] as [&str; 0]);
    }
}

/// What Firefox says of requests of its own that a machine without a network does not answer. Those of the
/// page would end in the message that stands in its place, which journeys see.
const OWN_REQUEST: &str = "(new TypeError(\"NetworkError when attempting to fetch resource.\", \"\"))";

/// Whether a line of Firefox's output is an error of the page. Firefox's own parts are written in JavaScript
/// too and complain in the same place, but by their addresses,
/// or with a bare name where a page's text is quoted.
fn told_by_page(line: &str) -> bool {
    if line.contains("\"resource://") || line.contains("\"chrome://") || line.contains(OWN_REQUEST) {
        return false;
    }
    match line.split_once("error: ") {
        Some(("JavaScript ", place)) => place.starts_with("http"),
        Some(("console.", text)) => text.starts_with(['"', '(']),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firefox_itself_is_not_mistaken_for_the_page() {
        let of_page = [
            "JavaScript error: http://127.0.0.1:1/a.js, line 2: Error: x",
            "console.error: \"x\" 1",
            "console.error: (new Error(\"x\"))",
        ];
        let of_firefox = [
            "console.error: RSLoader: ",
            "console.error: (new Error(\"x\", \"resource://services-settings/a.mjs\", 490))",
            "JavaScript error: resource://gre/a.mjs, line 2: Error",
            "console.error: (new TypeError(\"NetworkError when attempting to fetch resource.\", \"\"))",
            "console.warn: \"x\"",
            "",
        ];
        assert!(of_page.into_iter().all(told_by_page));
        assert!(!of_firefox.into_iter().any(told_by_page));
    }
}
