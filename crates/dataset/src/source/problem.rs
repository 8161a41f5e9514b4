//! What can be wrong with a file, and the message for it: one line each.

use std::fmt;

pub use super::at::At;
use super::at::clip;
use super::hint::Hint;
use super::json::Json;

/// One thing that is wrong, as one line: file, entry, field, reason.
///
/// A text of the file is quoted with everything unprintable escaped, so the line stays one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    file_name: String,
    at: At,
    record_name: Option<String>,
    fault: Fault,
}

impl Problem {
    /// The problem `fault` at `at` of the file `file_name` that holds `file`.
    #[must_use]
    pub fn new(file_name: &str, file: &Json, at: At, fault: Fault) -> Self {
        let record_name = at.record_name(file);
        Self { file_name: file_name.to_owned(), at, record_name, fault }
    }

    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> &Fault {
        &self.fault
    }

    /// Where it stands.
    #[must_use]
    pub const fn at(&self) -> &At {
        &self.at
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = if self.at.is_item() { self.fault.names_its_item() } else { self.fault.names_its_key() };
        let shown = if named { self.at.around() } else { self.at.clone() };
        let (entry, field) = shown.to_texts();
        write!(f, "{}: ", self.file_name)?;
        if !entry.is_empty() {
            f.write_str(&entry)?;
            if let Some(name) = &self.record_name {
                write!(f, " {:?}", clip(name))?;
            }
            f.write_str(": ")?;
        }
        if !field.is_empty() {
            write!(f, "{field}: ")?;
        }
        self.fault.fmt(f)
    }
}

/// What is wrong: one variant per rule.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the messages below say it")]
pub enum Fault {
    // The file and its shape.
    NotReadable { reason: String },
    NotUtf8 { reason: String },
    NotJson { line: usize, column: usize, reason: String },
    DuplicateKey { key: String },
    UnknownKey { key: String, hint: Hint },
    MissingKey { key: String },
    WrongType { wanted: &'static str, found: String },
    UnknownWord { word: String, hint: Hint, known: String },
    WrongVersion { found: i64 },
    TooMany { most: usize },
    // Texts.
    EmptyText,
    SpaceAround,
    BadCharacter { character: char, name: &'static str },
    Markup { tag: String },
    TooLong { length: usize, most: usize },
    TooShort { length: usize, least: usize },
    // Names.
    NotKebab { id: String },
    DuplicateId { id: String, first: usize },
    ActorsId { id: String, actor: usize },
    NoSuch { what: &'static str, id: String, hint: Hint, known: String },
    Repeated { id: String },
    Itself { id: String },
    Circle { ids: Vec<String> },
    UnknownCameo { code: String, hint: Hint },
    BadCountry { code: String, hint: Hint },
    NotLast { id: &'static str },
    BadLanguage { tag: String },
    BadUrl { url: String, reason: &'static str },
    // Dates and their order.
    BadDate { text: String, reason: String },
    BackwardInterval { text: String },
    NotClosedInterval { text: String },
    OpenView { text: String },
    BeforeCause { cause: String, link: &'static str },
    TwoLinks { id: String },
    AfterRecord { updated: String },
    OutsideView { id: String, view: String },
    // Numbers.
    ImportanceOutOfRange { found: i64 },
    OffTheGlobe { found: f64, most: f64 },
    HalfACoordinate { missing: &'static str },
    NegativeFigure { found: f64 },
    TooLarge { found: i64 },
    LowAboveHigh { low: i64, high: i64 },
    CountedTwice { first: usize },
    Nobody,
    // What there must be.
    TooFew { what: &'static str, least: usize, found: usize },
    OnePublisher { publisher: String },
    NoShort,
    OneVoice { status: &'static str },
    Unused { what: &'static str },
    // What is no fault, but seldom meant.
    Markdown { sign: String },
    Garbled { piece: String, meant: String },
    FarOff { years: i64 },
    SolarHijri { year: i64 },
    OnItself { id: String },
    EmptyOpening,
    Alike { what: &'static str, most: usize, found: usize },
    Twin { ids: Vec<String> },
}

impl Fault {
    /// Whether what the file says here could not be taken over, so that other rules have nothing to judge.
    #[must_use]
    pub const fn is_of_shape(&self) -> bool {
        matches!(
            self,
            Self::DuplicateKey { .. }
                | Self::UnknownKey { .. }
                | Self::MissingKey { .. }
                | Self::WrongType { .. }
                | Self::UnknownWord { .. }
        )
    }

    /// Whether the message holds the key that leads to its place.
    const fn names_its_key(&self) -> bool {
        matches!(
            self,
            Self::DuplicateKey { .. }
                | Self::UnknownKey { .. }
                | Self::MissingKey { .. }
                | Self::HalfACoordinate { .. }
        )
    }

    /// Whether the message holds the list item that it is about,
    /// so that the item's number would only be noise.
    const fn names_its_item(&self) -> bool {
        matches!(
            self,
            Self::NoSuch { .. }
                | Self::Repeated { .. }
                | Self::Itself { .. }
                | Self::BeforeCause { .. }
                | Self::TwoLinks { .. }
                | Self::OnItself { .. }
                | Self::OutsideView { .. }
        )
    }
}

/// The id that was probably meant by `text`, as a hint.
fn kebab(text: &str) -> Hint {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // Of other letters it would be a guess.
    if words.is_empty() || lower.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        Hint::default()
    } else {
        Hint::at(&words.join("-"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotReadable { reason } => write!(f, "cannot be read: {reason}"),
            Self::NotUtf8 { reason } => write!(f, "{reason}: save it as UTF-8"),
            Self::NotJson { line, column, reason } => {
                write!(f, "line {line}, column {column}: not JSON: {reason}")
            }
            Self::DuplicateKey { key } => write!(f, "key {:?} stands twice", clip(key)),
            Self::UnknownKey { key, hint } => write!(f, "unknown key {:?}{hint}", clip(key)),
            Self::MissingKey { key } => write!(f, "missing key {key:?}"),
            Self::WrongType { wanted, found } if found == "null" => {
                write!(f, "must be {wanted}, is null (leave an optional key out)")
            }
            Self::WrongType { wanted, found } => write!(f, "must be {wanted}, is {found}"),
            Self::UnknownWord { word, hint, known } if hint.is_empty() => {
                write!(f, "{:?} is none of {known}", clip(word))
            }
            Self::UnknownWord { word, hint, .. } => write!(f, "unknown word {:?}{hint}", clip(word)),
            Self::WrongVersion { found } => write!(f, "this program reads version 1, not {found}"),
            Self::TooMany { most } => write!(f, "more than {most} entries"),
            Self::EmptyText => write!(f, "empty text (leave an optional key out)"),
            Self::SpaceAround => write!(f, "white space before or after the text"),
            Self::BadCharacter { character, name } => {
                write!(f, "character U+{:04X} ({name}) is not allowed in text", u32::from(*character))
            }
            Self::Markup { tag } => write!(f, "looks like markup: {tag:?} (texts are plain)"),
            Self::TooLong { length, most } => write!(f, "{length} characters, at most {most} are allowed"),
            Self::TooShort { length, least } => write!(f, "{length} characters, at least {least} are needed"),
            Self::NotKebab { id } => {
                write!(f, "{:?} is not small letters, digits and single hyphens{}", clip(id), kebab(id))
            }
            Self::DuplicateId { id, first } => {
                write!(f, "{:?} is also the id of entry {first} of the list", clip(id))
            }
            Self::ActorsId { id, actor } => {
                write!(f, "{:?} is also the id of actors[{actor}]: addresses hold both alike", clip(id))
            }
            Self::NoSuch { what, id, hint, known } if hint.is_empty() => {
                write!(f, "no {what} {:?}{known}", clip(id))
            }
            Self::NoSuch { what, id, hint, .. } => write!(f, "no {what} {:?}{hint}", clip(id)),
            Self::Repeated { id } => write!(f, "{:?} stands twice in the list", clip(id)),
            Self::Itself { id } => write!(f, "{:?} leads back to itself", clip(id)),
            Self::Circle { ids } => {
                let ids: Vec<_> = ids.iter().map(|id| format!("{:?}", clip(id))).collect();
                write!(f, "a circle: {}", ids.join(" → "))
            }
            Self::UnknownCameo { code, hint } => write!(f, "no CAMEO code {:?}{hint}", clip(code)),
            Self::BadCountry { code, hint } => {
                write!(f, "{:?} is no country code of ISO 3166-1{hint}", clip(code))
            }
            Self::NotLast { id } => write!(f, "{id:?} must be the last side, behind the two adversaries"),
            Self::BadLanguage { tag } => {
                write!(f, "{:?} is not a language tag such as \"en\" or \"en-GB\"", clip(tag))
            }
            Self::BadUrl { url, reason } => write!(f, "{:?} {reason}", clip(url)),
            Self::BadDate { text, reason } => write!(f, "{:?} is not a date: {reason}", clip(text)),
            Self::BackwardInterval { text } => write!(f, "{:?} ends before it starts", clip(text)),
            Self::NotClosedInterval { text } => {
                write!(f, "{:?} must go from one day to another (\"2019-12-27/2020-01-12\")", clip(text))
            }
            Self::OpenView { text } => write!(f, "{:?} must have a start and an end", clip(text)),
            Self::BeforeCause { cause, link } => {
                write!(f, "is over before {:?}, which it {link}, begins", clip(cause))
            }
            Self::TwoLinks { id } => {
                write!(f, "{:?} stands under \"responds_to\" too: an answer is no consequence", clip(id))
            }
            Self::AfterRecord { updated } => {
                write!(f, "is later than the record, which is kept to {updated} (meta.updated)")
            }
            Self::OutsideView { id, view } => {
                write!(f, "event {:?} lies outside the view {:?}", clip(id), clip(view))
            }
            Self::ImportanceOutOfRange { found } => write!(f, "{found} is not 1 to 5"),
            Self::OffTheGlobe { found, most } => write!(f, "{found} is not between -{most} and {most}"),
            Self::HalfACoordinate { missing } => {
                write!(f, "{missing:?} is missing: give both lat and lon, or neither")
            }
            Self::NegativeFigure { found } => write!(f, "{found} is negative"),
            Self::TooLarge { found } => write!(f, "{found} is more people than there are"),
            Self::LowAboveHigh { low, high } => write!(f, "low is {low} and high only {high}"),
            Self::CountedTwice { first } => {
                write!(f, "the same people stand in casualties[{first}]: give one row, from low to high")
            }
            Self::Nobody => write!(f, "nobody is counted: leave the row out"),
            Self::TooFew { what, least, found } => write!(f, "at least {least} {what} needed, {found} given"),
            Self::OnePublisher { publisher } => {
                write!(
                    f,
                    "importance 4 and 5 need sources of two publishers, all are of {:?}",
                    clip(publisher)
                )
            }
            Self::NoShort => write!(f, "importance 4 and 5 need a headline of at most 32 characters"),
            Self::OneVoice { status } => {
                write!(f, "a claim that is {status} needs sources of two publishers, one for each voice")
            }
            Self::Unused { what } => write!(f, "nothing uses this {what}"),
            Self::Markdown { sign } => {
                write!(f, "{:?} is Markdown, which is shown as it stands (texts are plain)", clip(sign))
            }
            Self::Garbled { piece, meant } => {
                write!(f, "{:?} looks like {:?} read in a wrong encoding", clip(piece), clip(meant))
            }
            Self::FarOff { years } => {
                write!(f, "lies {years} years from every other event; is the year right?")
            }
            Self::SolarHijri { year } => {
                write!(
                    f,
                    "{year} looks like a year of the Solar Hijri calendar: write the Gregorian date, of {} \
                     or {}",
                    year + 621,
                    year + 622
                )
            }
            Self::OnItself { id } => write!(f, "{:?} acts on itself", clip(id)),
            Self::EmptyOpening => write!(f, "no event lies in what the timeline shows first"),
            Self::Alike { what, most, found } => {
                write!(f, "{found} {what}: from the {}th on they look like others", most + 1)
            }
            Self::Twin { ids } => {
                let ids: Vec<_> = ids.iter().map(|id| format!("{:?}", clip(id))).collect();
                write!(
                    f,
                    "{} are of one day, one domain and the same actors; are they one event?",
                    ids.join(" and ")
                )
            }
        }
    }
}
