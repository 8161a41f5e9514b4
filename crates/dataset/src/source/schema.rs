//! The JSON Schema of a record file, made from the types of the form.
//!
//! Separate because it has two readers: an editor's program, and the check of a file's shape.

use std::sync::LazyLock;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

use super::form::File;

static VALUE: LazyLock<Value> = LazyLock::new(|| {
    let generator =
        SchemaSettings::draft2020_12().with_transform(RecursiveTransform(without_null)).into_generator();
    let mut schema = generator.into_root_schema_for::<File>().to_value();
    // Another crate of the build may switch on serde_json's "preserve_order";
    // the text must not depend on that.
    schema.sort_all_objects();
    schema
});

/// The JSON Schema of [`File`] (draft 2020-12) as a value: what the shape of a file is checked against.
#[must_use]
pub fn value() -> &'static Value {
    &VALUE
}

/// The text of `data/schema.json`: pretty, with a newline at its end.
#[must_use]
pub fn text() -> String {
    format!("{:#}\n", *VALUE)
}

/// An optional key is left out, never `null`, and has no default to fill in.
fn without_null(schema: &mut Schema) {
    schema.remove("default");
    let is_null = |choice: &Value| choice["type"] == "null";
    let choices = schema.get("anyOf").and_then(Value::as_array).filter(|choices| choices.iter().any(is_null));
    let only = choices
        .and_then(|choices| choices.iter().find(|choice| !is_null(choice)))
        .and_then(Value::as_object)
        .cloned();
    if let Some(only) = only {
        schema.remove("anyOf");
        only.into_iter().for_each(|(key, value)| {
            schema.insert(key, value);
        });
    }
    let kinds = schema.get("type").and_then(Value::as_array);
    let only = kinds.and_then(|kinds| kinds.iter().find(|kind| *kind != "null").cloned());
    if let Some(kind) = only {
        schema.insert("type".to_owned(), kind);
    }
}
