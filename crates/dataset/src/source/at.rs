//! Where in a file something stands.

use super::json::Json;

/// One step from the whole file towards a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Seg {
    Key(String),
    Index(usize),
}

/// A place in the file: the way to a value from the outermost object.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(Vec<Seg>);

impl At {
    /// The outermost object.
    #[must_use]
    pub const fn file() -> Self {
        Self(Vec::new())
    }

    /// The entry at `index` of the list `list`.
    #[must_use]
    pub fn entry(list: &str, index: usize) -> Self {
        Self::file().key(list).index(index)
    }

    /// The value of `key` in the object that stands here.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.then(Seg::Key(key.to_owned()))
    }

    /// The item at `index` of the list that stands here.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.then(Seg::Index(index))
    }

    /// Whether `inner` stands here or in something that stands here.
    #[must_use]
    pub fn holds(&self, inner: &Self) -> bool {
        inner.0.starts_with(&self.0)
    }

    /// All places that hold this one, outermost first, itself included.
    pub fn holders(&self) -> impl Iterator<Item = Self> {
        (0..=self.0.len()).map(|len| Self(self.0[..len].to_vec()))
    }

    /// The name of the outermost key and the index behind it, for sorting.
    #[must_use]
    pub fn list_and_index(&self) -> (Option<&str>, Option<usize>) {
        let list = match self.0.first() {
            Some(Seg::Key(key)) => Some(key.as_str()),
            _ => None,
        };
        let index = match self.0.get(1) {
            Some(Seg::Index(index)) => Some(*index),
            _ => None,
        };
        (list, index)
    }

    /// Whether the last step leads to an item of a list.
    #[must_use]
    pub fn is_item(&self) -> bool {
        matches!(self.0.last(), Some(Seg::Index(_)))
    }

    /// The object or list around this place, and the place itself for the whole file.
    #[must_use]
    pub fn around(&self) -> Self {
        Self(self.0[..self.0.len().saturating_sub(1)].to_vec())
    }

    /// What the entry is called that this place is in: its id, or "source kind target" for a relation.
    #[must_use]
    pub fn record_name(&self, file: &Json) -> Option<String> {
        let (Some(list), Some(index)) = self.list_and_index() else { return None };
        let entry = file.get(list)?.at(index)?;
        let text = |key| entry.get(key).and_then(Json::text);
        match (list, text("id")) {
            (_, Some(id)) => Some(id.to_owned()),
            ("relations", None) => Some(format!("{} {} {}", text("source")?, text("kind")?, text("target")?)),
            _ => None,
        }
    }

    /// The way as text: `events[3]`, then the way inside the entry: `claims[0].text`.
    #[must_use]
    pub fn to_texts(&self) -> (String, String) {
        let len = if self.list_and_index().1.is_some() { 2 } else { 1 };
        let (outer, inner) = self.0.split_at(len.min(self.0.len()));
        (join(outer), join(inner))
    }

    fn then(&self, seg: Seg) -> Self {
        let mut segs = self.0.clone();
        segs.push(seg);
        Self(segs)
    }
}

fn join(segs: &[Seg]) -> String {
    let mut text = String::new();
    for seg in segs {
        match seg {
            Seg::Key(key) if text.is_empty() => text += &printable(key),
            Seg::Key(key) => text += &format!(".{}", printable(key)),
            Seg::Index(index) => text += &format!("[{index}]"),
        }
    }
    text
}

/// A key as it may stand in a message: quoted and escaped unless it is plain.
fn printable(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_$-".contains(c);
    if !key.is_empty() && key.chars().all(plain) { clip(key) } else { format!("{:?}", clip(key)) }
}

/// As much of `text` as a message needs.
#[must_use]
pub fn clip(text: &str) -> String {
    const MOST: usize = 80;
    if text.chars().count() <= MOST {
        text.to_owned()
    } else {
        text.chars().take(MOST).chain(['…']).collect()
    }
}
