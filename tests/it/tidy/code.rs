//! Rust text without what is no code (comments, the insides of texts, test modules), and what it names.
//!
//! A reader of words, not a parser: it knows just enough to tell a path from a text that looks like one.

/// Code in which everything else is blanked, so that places and line numbers stay.
pub struct Code {
    text: Vec<char>,
    /// The same with the insides of texts left in.
    with_texts: Vec<char>,
}

impl Code {
    /// Reads a file.
    pub fn of(source: &str) -> Self {
        let source: Vec<char> = source.chars().collect();
        let (mut text, mut with_texts) = (source.clone(), source.clone());
        let mut at = 0;
        while at < source.len() {
            let (len, kind) = piece(&source[at..]);
            for i in at..at + len {
                let keep = kind == Kind::Code || source[i] == '\n';
                if !keep {
                    text[i] = ' ';
                }
                if !keep && kind == Kind::Comment {
                    with_texts[i] = ' ';
                }
            }
            at += len;
        }
        for (start, end) in test_modules(&text) {
            for copy in [&mut text, &mut with_texts] {
                copy[start..end].iter_mut().filter(|c| **c != '\n').for_each(|c| *c = ' ');
            }
        }
        Self { text, with_texts }
    }

    /// The lines that reach beyond the column `most`: code, and comments that name no address. A text may,
    /// where nothing but its end follows: what it is written
    /// for (a page, a script, a message) has lines of its own.
    pub fn wide_lines(source: &str, most: usize) -> Vec<usize> {
        let chars: Vec<char> = source.chars().collect();
        let mut blanked = chars.clone();
        let mut at = 0;
        while at < chars.len() {
            let (len, kind) = piece(&chars[at..]);
            if kind == Kind::Text {
                blanked[at..at + len].iter_mut().filter(|c| **c != '\n').for_each(|c| *c = ' ');
            }
            at += len;
        }
        let is_end = |c: char| c.is_whitespace() || ")]};,".contains(c);
        let is_wide = |(line, blanked): (&str, &[char])| {
            let is_address = line.trim_start().starts_with("//") && line.contains("://");
            !is_address && !blanked.iter().skip(most).all(|&c| is_end(c))
        };
        let lines = source.split('\n').zip(blanked.split(|&c| c == '\n'));
        lines.enumerate().filter(|&(_, line)| is_wide(line)).map(|(idx, _)| idx + 1).collect()
    }

    /// The lines on which `name!` is called.
    pub fn lines_with_macro(&self, name: &str) -> impl Iterator<Item = usize> {
        words(&self.text, name)
            .into_iter()
            .filter(|&(_, end)| self.text.get(end) == Some(&'!'))
            .map(|(at, _)| self.line(at))
    }

    /// The lines on which `name=` stands as an attribute, or `"name"` as one that is set.
    pub fn lines_with_attribute(&self, name: &str) -> impl Iterator<Item = usize> {
        let is_attribute = |&(at, end): &(usize, usize)| {
            let before = if at == 0 { ' ' } else { self.text[at - 1] };
            self.text.get(end) == Some(&'=') && before != '-'
        };
        let written = words(&self.text, name).into_iter().filter(is_attribute);
        let is_text = |&(at, end): &(usize, usize)| {
            at > 0 && self.with_texts[at - 1] == '"' && self.with_texts.get(end) == Some(&'"')
        };
        let set = words(&self.with_texts, name).into_iter().filter(is_text);
        written.chain(set).map(|(at, _)| self.line(at))
    }

    /// The modules at the root of the crate that are named, each with its line: behind `crate`, or behind as
    /// many `super` as lead there from a file that is `depth` modules deep.
    pub fn modules_named(&self, depth: usize) -> Vec<(usize, String)> {
        let mut named = self.members_named("crate");
        for (at, end) in words(&self.text, "super") {
            let is_first = at < 2 || self.text[at - 2..at] != [':', ':'];
            let (num_supers, end) = self.supers(end);
            if is_first && num_supers >= depth.max(1) {
                named.extend(self.members(end));
            }
        }
        named
    }

    /// What is named behind `root::`, each with its line; all of `root::{a, b::c}`.
    pub fn members_named(&self, root: &str) -> Vec<(usize, String)> {
        words(&self.text, root).into_iter().flat_map(|(_, end)| self.members(end)).collect()
    }

    /// How many `super` stand in a row, when one ends at `end`, and where the last ends.
    fn supers(&self, mut end: usize) -> (usize, usize) {
        let more: Vec<char> = "::super".chars().collect();
        let mut count = 1;
        while self.text[end..].starts_with(&more) {
            (count, end) = (count + 1, end + more.len());
        }
        (count, end)
    }

    fn members(&self, at: usize) -> Vec<(usize, String)> {
        if !self.text[at..].starts_with(&[':', ':']) {
            return Vec::new();
        }
        let start = at + 2;
        if self.text.get(start) != Some(&'{') {
            return vec![(self.line(start), self.word_at(start))];
        }
        let (mut members, mut depth, mut at) = (Vec::new(), 0, start);
        loop {
            match self.text.get(at) {
                Some('{') => depth += 1,
                Some('}') => depth -= 1,
                None => return members,
                _ => {}
            }
            let is_next = matches!(self.text[at], '{' | ',') && depth == 1;
            if depth == 0 {
                return members;
            }
            at += 1;
            if is_next {
                let first = at + self.text[at..].iter().take_while(|c| c.is_whitespace()).count();
                members.push((self.line(first.min(self.text.len() - 1)), self.word_at(first)));
            }
        }
    }

    fn word_at(&self, at: usize) -> String {
        self.text[at..].iter().take_while(|&&c| is_word(c)).collect()
    }

    fn line(&self, at: usize) -> usize {
        1 + self.text[..at].iter().filter(|&&c| c == '\n').count()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Text,
    Comment,
}

/// How long the first piece of `rest` is (at least 1), and what it is. The marks of a text count as code.
fn piece(rest: &[char]) -> (usize, Kind) {
    let until = |from: usize, end: &str| {
        let end: Vec<char> = end.chars().collect();
        (from..rest.len()).find(|&i| rest[i..].starts_with(&end)).map_or(rest.len(), |i| i + end.len())
    };
    match rest {
        ['/', '/', ..] => (until(2, "\n"), Kind::Comment),
        ['/', '*', ..] => (until(2, "*/"), Kind::Comment),
        ['r', '"' | '#', ..] => {
            let num_hashes = rest[1..].iter().take_while(|c| **c == '#').count();
            match rest.get(num_hashes + 1) {
                Some('"') => (until(num_hashes + 2, &format!("\"{}", "#".repeat(num_hashes))), Kind::Text),
                _ => (1, Kind::Code),
            }
        }
        ['"', ..] => (quoted(rest, '"'), Kind::Text),
        // A lifetime has no second quote where a character has one.
        ['\'', '\\', ..] => (quoted(rest, '\''), Kind::Text),
        ['\'', _, '\'', ..] => (3, Kind::Text),
        [first, ..] if is_word(*first) => (rest.iter().take_while(|&&c| is_word(c)).count(), Kind::Code),
        _ => (1, Kind::Code),
    }
}

/// How long the text is that begins and ends with `quote`.
fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// From where to where the modules reach that are compiled for tests only.
fn test_modules(text: &[char]) -> Vec<(usize, usize)> {
    let marks = ["#[cfg(test)]", "#[cfg(all(test,"].map(|mark| mark.chars().collect::<Vec<char>>());
    let mut found = Vec::new();
    for start in 0..text.len() {
        let Some(mark) = marks.iter().find(|mark| text[start..].starts_with(mark)) else { continue };
        let mut depth = 0;
        for (i, c) in text.iter().enumerate().skip(start + mark.len()) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 && matches!(c, '}' | ';') {
                found.push((start, i + 1));
                break;
            }
        }
    }
    found
}

/// Where `word` stands by itself: first and next place.
fn words(text: &[char], word: &str) -> Vec<(usize, usize)> {
    let word: Vec<char> = word.chars().collect();
    let is_whole = |&at: &usize| {
        let end = at + word.len();
        text[at..].starts_with(&word)
            && (at == 0 || !is_word(text[at - 1]))
            && !text.get(end).is_some_and(|&c| is_word(c))
    };
    (0..text.len()).filter(is_whole).map(|at| (at, at + word.len())).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
