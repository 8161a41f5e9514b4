//! The shape of a file: keys, types and words, checked against the JSON Schema of the form's types.
//!
//! Separate from serde's reading, which stops at the first fault. What cannot be read is replaced by
//! something of the right type, so that all other rules still see the rest of the file.

use serde_json::{Map, Value};

use super::doubts;
use super::faults::Faults;
use super::hint::Hint;
use super::json::Json;
use super::problem::{At, Fault};
use super::text;

/// `file` made to fit `schema`, with every misfit and every bad text noted in `faults`.
///
/// The result always has the keys and types that the schema asks for. O(size of the file).
pub fn fitted(file: &Json, schema: &Value, faults: &mut Faults) -> Value {
    Shape { root: schema, faults }.fit(schema, file, &At::file())
}

/// What a schema asks for at one place.
enum Wanted<'a> {
    Object(&'a Map<String, Value>),
    List(&'a Value),
    Word(Vec<&'a str>),
    Text,
    Whole,
    Number,
    YesOrNo,
}

impl Wanted<'_> {
    const fn name(&self) -> &'static str {
        match self {
            Self::Object(_) => "an object",
            Self::List(_) => "a list",
            Self::Word(_) | Self::Text => "a text",
            Self::Whole => "a whole number",
            Self::Number => "a number",
            Self::YesOrNo => "true or false",
        }
    }
}

struct Shape<'a, 'f> {
    root: &'a Value,
    faults: &'f mut Faults,
}

impl<'a> Shape<'a, '_> {
    fn fit(&mut self, schema: &'a Value, json: &Json, at: &At) -> Value {
        let schema = self.resolved(schema);
        let wanted = wanted(schema);
        match (&wanted, json) {
            (Wanted::Object(properties), Json::Object(entries)) => {
                self.fit_object(schema, properties, entries, at)
            }
            (Wanted::List(items), Json::List(list)) => {
                list.iter().enumerate().map(|(index, item)| self.fit(items, item, &at.index(index))).collect()
            }
            (Wanted::Word(words), Json::Text(word)) if !words.contains(&word.as_str()) => {
                let hint = Hint::nearest(word, words.iter().copied());
                self.faults.push(
                    at.clone(),
                    Fault::UnknownWord { word: word.clone(), hint, known: words.join(", ") },
                );
                self.stand_in(schema)
            }
            (Wanted::Word(_) | Wanted::Text, Json::Text(text)) => {
                self.check_text(schema, text, at);
                Value::from(text.as_str())
            }
            (Wanted::Whole, Json::Number(number)) if number.is_i64() => Value::Number(number.clone()),
            // As JSON Schema has it, 3.0 is a whole number.
            (Wanted::Whole, Json::Number(number)) if number.as_f64().is_some_and(is_whole) => {
                #[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
                let whole = number.as_f64().unwrap_or_default() as i64;
                whole.into()
            }
            (Wanted::Number, Json::Number(number)) => Value::Number(number.clone()),
            (Wanted::YesOrNo, Json::Bool(value)) => Value::Bool(*value),
            _ => {
                self.faults.set_aside(json);
                self.faults
                    .push(at.clone(), Fault::WrongType { wanted: wanted.name(), found: json.to_string() });
                self.stand_in(schema)
            }
        }
    }

    fn fit_object(
        &mut self,
        schema: &'a Value,
        properties: &'a Map<String, Value>,
        entries: &[(String, Json)],
        at: &At,
    ) -> Value {
        let mut fitted = Map::new();
        for (key, value) in entries {
            let place = at.key(key);
            match properties.get(key) {
                Some(_) if fitted.contains_key(key) => {
                    self.faults.set_aside(value);
                    self.faults.push(place, Fault::DuplicateKey { key: key.clone() });
                }
                Some(property) => {
                    let value = self.fit(property, value, &place);
                    fitted.insert(key.clone(), value);
                }
                None => {
                    let known = properties
                        .keys()
                        .map(String::as_str)
                        .filter(|name| entries.iter().all(|(key, _)| key != name));
                    let hint = Hint::nearest(key, known);
                    self.faults.set_aside(value);
                    self.faults.push(place, Fault::UnknownKey { key: key.clone(), hint });
                }
            }
        }
        for key in required(schema) {
            if !fitted.contains_key(key) {
                self.faults.push(at.key(key), Fault::MissingKey { key: key.to_owned() });
                fitted.insert(key.to_owned(), self.stand_in(&properties[key]));
            }
        }
        Value::Object(fitted)
    }

    fn check_text(&mut self, schema: &Value, text: &str, at: &At) {
        for fault in text::faults(text) {
            self.faults.push(at.clone(), fault);
        }
        let length = text.chars().count();
        let most =
            schema["maxLength"].as_u64().and_then(|most| usize::try_from(most).ok()).unwrap_or(text::LONGEST);
        self.faults.push_if(length > most, at, || Fault::TooLong { length, most });
        let least =
            schema["minLength"].as_u64().and_then(|least| usize::try_from(least).ok()).unwrap_or_default();
        self.faults.push_if(length < least && length > 0, at, || Fault::TooShort { length, least });
        if schema["maxLength"].is_u64() && schema["pattern"].is_null() {
            for doubt in doubts::of_text(text) {
                self.faults.doubt_if(true, at, || doubt);
            }
        }
    }

    /// The simplest value of the type that `schema` asks for.
    fn stand_in(&self, schema: &'a Value) -> Value {
        let schema = self.resolved(schema);
        match wanted(schema) {
            Wanted::Object(properties) => {
                required(schema).map(|key| (key.to_owned(), self.stand_in(&properties[key]))).collect()
            }
            Wanted::List(_) => Value::Array(Vec::new()),
            Wanted::Word(words) => words.first().copied().unwrap_or_default().into(),
            Wanted::Text => "".into(),
            Wanted::Whole | Wanted::Number => 0.into(),
            Wanted::YesOrNo => false.into(),
        }
    }

    /// `schema` itself, or the definition that it refers to.
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
            Some(pointer) => self.root.pointer(pointer).unwrap_or(schema),
            None => schema,
        }
    }
}

/// Whether it is a whole number that a computer holds exactly.
fn is_whole(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() < 1e15
}

fn required(schema: &Value) -> impl Iterator<Item = &str> {
    schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn wanted(schema: &Value) -> Wanted<'_> {
    if let Some(properties) = schema["properties"].as_object() {
        return Wanted::Object(properties);
    }
    if let Some(words) = schema["enum"].as_array() {
        return Wanted::Word(words.iter().filter_map(Value::as_str).collect());
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        return Wanted::Word(choices.iter().filter_map(|choice| choice["const"].as_str()).collect());
    }
    match schema["type"].as_str() {
        Some("array") => Wanted::List(&schema["items"]),
        Some("integer") => Wanted::Whole,
        Some("number") => Wanted::Number,
        Some("boolean") => Wanted::YesOrNo,
        _ => Wanted::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::form::File;
    use crate::source::schema;
    use proptest::prelude::*;

    fn any_json() -> impl Strategy<Value = Json> {
        let keys =
            "version|meta|sides|domains|sources|actors|events|id|name|kind|claims|status|date|view|steps";
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::Bool),
            any::<i64>().prop_map(|n| Json::Number(n.into())),
            any::<u64>().prop_map(|n| Json::Number(n.into())),
            ".{0,12}".prop_map(Json::Text),
        ];
        leaf.prop_recursive(5, 60, 8, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Json::List),
                proptest::collection::vec((keys, inner), 0..8).prop_map(Json::Object),
            ]
        })
    }

    #[test]
    fn every_definition_of_the_schema_is_one_that_the_check_understands() {
        let schema = schema::value();
        let definitions = schema["$defs"].as_object().unwrap();
        assert!(definitions.len() > 10);
        for (name, definition) in definitions {
            let properties =
                definition["properties"].as_object().unwrap_or_else(|| panic!("{name} is no object"));
            for (key, property) in properties {
                let understood = ["$ref", "enum", "oneOf"].iter().any(|way| property.get(way).is_some())
                    || ["array", "boolean", "integer", "number", "string"]
                        .iter()
                        .any(|kind| property["type"] == **kind);
                assert!(understood, "{name}.{key}: {property}");
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_the_json_the_result_reads_as_a_file(json in any_json()) {
            let mut faults = Faults::default();
            let fitted = fitted(&json, schema::value(), &mut faults);
            prop_assert!(serde_json::from_value::<File>(fitted).is_ok());
        }
    }
}
