//! `cargo xtask size`: what a reader's browser loads, file by file: raw, and as hosts send it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::machine::run::{Outcome, command, root, scratch};
use crate::machine::steps::step;
use crate::machine::wasm::Compiler;
use crate::page::bundle;
use crate::page::finish::{Purpose, chronology, head};
use crate::page::single_file;

/// The most that all files may weigh together, in bytes of brotli: with this project's record, and without
/// it. Another record may weigh what it weighs.
///
/// A reader on a phone pays for more with seconds; the two libraries that do the same weigh 256,000 without
/// any data. Both numbers are ratchets at today's weight: the goals are 250,000 and 130,000. The first was
/// 636,500 with a record of 2,806 sources; without 50,000 of chronology it is higher for ten events and 522
/// sources more, and both for the 16,000 that the wasm in two parts weighs more than in one.
const MOST: (u64, u64) = (652_600, 333_000);

/// The most that the files may weigh that come before hands work, with this project's record: a ratchet too.
/// The goal is 200,000.
const BEFORE_HANDS: u64 = 255_300;

/// What the standard library adds where it is not built from source,
/// with its messages of panics: about 20,000.
const READY_MADE: u64 = 25_000;

/// The smallest record that the check lets through.
const EMPTY_RECORD: &str = include_str!("empty.json");

/// Node packs with brotli too, at its best by default: one tool less to install.
const BROTLI: &str =
    "process.stdout.write(require('zlib').brotliCompressSync(require('fs').readFileSync(0)))";

/// Files that no reader's browser loads with the page: for other sites, the page as one file,
/// and texts that open by a link.
const BESIDE: [&str; 5] =
    [head::CARD_FILE, head::OEMBED, single_file::NAME, chronology::FILE, "accessibility.md"];

/// What `size` builds beside `dist/`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Also {
    /// Nothing: `dist/` is weighed as it is.
    Nothing,
    /// The page with the smallest record, so that the record's share shows.
    WithoutData,
}

/// The weight of a file, or of several together, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Weight {
    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    /// One line of the table.
    fn line(self, name: &str) -> String {
        format!(
            "{name:<40}{:>12}{:>12}{:>14}",
            thousands(self.raw),
            thousands(self.gzip),
            thousands(self.brotli)
        )
    }
}

/// The most that what `compiler` builds may weigh.
fn most(compiler: Compiler) -> (u64, u64) {
    let more = if compiler.has_source() { 0 } else { READY_MADE };
    (MOST.0 + more, MOST.1 + more)
}

/// Prints what `dist/` weighs, and with [`Also::WithoutData`] what its record adds.
///
/// # Errors
/// One line when there is no `dist/`, a tool is missing,
/// or it holds this project's record and weighs more than it may.
pub fn size(also: Also) -> Outcome {
    let most = most(Compiler::ready()?);
    let dist = root().join("dist");
    let files = weigh(&dist)?;
    println!("{:<40}{:>12}{:>12}{:>14}", "bytes", "raw", "gzip -9", "brotli -q 11");
    for (name, weight) in &files {
        println!("{}", weight.line(name));
    }
    let total = sum(&files);
    println!("{}", total.line("all together"));
    let first = sum(&before_hands(&files));
    println!("{}", first.line("before hands work"));
    if has_own_record(&dist)? {
        within("dist/", total, most.0)?;
        within("what comes before hands work", first, BEFORE_HANDS + most.0 - MOST.0)?;
    }
    if also == Also::WithoutData {
        let bare = bare_total()?;
        println!("{}", bare.line("all together, without the record"));
        println!("the record adds {} bytes of brotli", thousands(total.brotli.saturating_sub(bare.brotli)));
        within("the page without its record", bare, most.1)?;
    }
    Ok(())
}

/// Prints in one line what the page in `dist` weighs, whatever that is.
///
/// # Errors
/// One line when there is no page or a tool is missing.
pub fn say_total(dist: &Path) -> Outcome {
    let Weight { raw, gzip, brotli } = sum(&weigh(dist)?);
    println!("dist/: {} bytes, {} as gzip, {} as brotli", thousands(raw), thousands(gzip), thousands(brotli));
    Ok(())
}

/// Whether the page in `dist` weighs no more than it may with this project's record,
/// which `compiler` has built.
///
/// # Errors
/// As [`say_total`]; one line when it weighs more.
pub fn within_budget(dist: &Path, compiler: Compiler) -> Outcome {
    let (files, most) = (weigh(dist)?, most(compiler).0);
    within("dist/", sum(&files), most)?;
    within("what comes before hands work", sum(&before_hands(&files)), BEFORE_HANDS + most - MOST.0)
}

/// Whether the page in `dist` is that of this project's record.
fn has_own_record(dist: &Path) -> Outcome<bool> {
    let lines = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let record = dataset::source::check_file(&root().join("data/escalation.json")).map_err(lines)?;
    let html = fs::read_to_string(dist.join("index.html")).map_err(|error| error.to_string())?;
    Ok(html.contains(&dataset::packed::pack(record).first))
}

/// What the page with the smallest record weighs.
fn bare_total() -> Outcome<Weight> {
    let compiler = bundle::ready(Purpose::Publishing)?;
    let record = scratch().join("empty.json");
    let dist = scratch().join("bare");
    fs::create_dir_all(scratch())
        .and_then(|()| fs::write(&record, EMPTY_RECORD))
        .map_err(|error| error.to_string())?;
    step("building the page without its record", || bundle::build_into(compiler, &dist, Some(&record)))?;
    weigh(&dist).map(|files| sum(&files))
}

fn within(what: &str, total: Weight, most: u64) -> Outcome {
    if total.brotli <= most {
        return Ok(());
    }
    Err(format!(
        "{what} weighs {} bytes of brotli; {} is the most it may",
        thousands(total.brotli),
        thousands(most)
    ))
}

/// Those of `files` without which no hand moves anything: the page with its looks, its script, the app's
/// script and the first part of the wasm.
fn before_hands(files: &[(String, Weight)]) -> Vec<(String, Weight)> {
    let is_first = |name: &str| {
        let begins = |word| name.starts_with(word);
        begins("index.") || begins("page-") || begins("start-") || begins("brink-") && !begins("brink-late-")
    };
    files.iter().filter(|(name, _)| is_first(name)).cloned().collect()
}

fn sum(files: &[(String, Weight)]) -> Weight {
    files.iter().fold(Weight::default(), |total, (_, weight)| total.plus(*weight))
}

/// The files of the folder `dist` by name, each with its weight.
fn weigh(dist: &Path) -> Outcome<Vec<(String, Weight)>> {
    let none = || format!("there is no page in {}: run `cargo xtask build`", dist.display());
    // Trunk leaves an empty folder behind when it fails.
    if !dist.join("index.html").is_file() {
        return Err(none());
    }
    let entries = fs::read_dir(dist).map_err(|_| none())?;
    let is_loaded = |path: &PathBuf| path.is_file() && !BESIDE.contains(&named(path).as_str());
    let mut paths: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_loaded).collect();
    paths.sort();
    paths.into_iter().map(|path| Ok((named(&path), weight_of(&path)?))).collect()
}

fn named(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn weight_of(path: &Path) -> Outcome<Weight> {
    let raw = fs::metadata(path).map_err(|error| error.to_string())?.len();
    Ok(Weight {
        raw,
        gzip: packed(path, &["gzip", "-9", "-n"])?,
        brotli: packed(path, &["node", "--eval", BROTLI])?,
    })
}

/// How many bytes the program `words` makes of the file at `path`.
///
/// # Errors
/// One line when the program is missing or fails.
pub fn packed(path: &Path, words: &[&str]) -> Outcome<u64> {
    let failed = |error: std::io::Error| format!("{}: {error}", words[0]);
    let mut pack = command(words[0]);
    pack.args(&words[1..]).stdin(File::open(path).map_err(failed)?).stderr(Stdio::inherit());
    let done = pack.output().map_err(failed)?;
    if done.status.success() {
        Ok(done.stdout.len() as u64)
    } else {
        Err(format!("{} failed on {}", words[0], path.display()))
    }
}

/// `1234567` as `1,234,567`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_groups_of_three() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (123_456, "123,456")]
        {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn a_page_over_its_limit_is_refused_and_one_at_it_is_not() {
        let weight = |brotli| Weight { raw: 9, gzip: 9, brotli };
        assert!(within("x", weight(1_000), 1_000).is_ok());
        assert_eq!(
            within("x", weight(1_001), 1_000),
            Err("x weighs 1,001 bytes of brotli; 1,000 is the most it may".to_owned())
        );
    }

    #[test]
    fn what_is_asked_for_later_does_not_come_before_hands() {
        let names = [
            "accessibility.txt",
            "brink-0123456789abcdef.js",
            "brink-0123456789abcdef_bg.wasm",
            "brink-late-0123456789abcdef.wasm",
            "index.html",
            "page-0123456789abcdef.css",
            "start-0123456789abcdef.js",
            "texts-0123456789abcdef.txt",
        ];
        let files: Vec<_> = names.map(|name| (name.to_owned(), Weight::default())).into();
        let first: Vec<String> = before_hands(&files).into_iter().map(|(name, _)| name).collect();
        assert_eq!(first, [names[1], names[2], names[4], names[5], names[6]]);
    }

    #[test]
    fn the_budget_is_that_of_this_projects_record_alone() {
        let folder = std::env::temp_dir().join(format!("brink-size-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let own = dataset::source::check_file(&root().join("data/escalation.json")).unwrap();
        let Ok(other) = dataset::source::check("empty.json", EMPTY_RECORD) else {
            panic!("the smallest record is right")
        };
        for (record, is_own) in [(&own, true), (&other, false)] {
            fs::write(folder.join("index.html"), format!("<p>{}</p>", dataset::packed::pack(record).first))
                .unwrap();
            assert_eq!(has_own_record(&folder), Ok(is_own));
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn an_authors_page_never_fails_by_its_weight() {
        let folder = std::env::temp_dir().join(format!("brink-heavy-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>another record</p>").unwrap();
        // Bytes that nothing makes smaller, more of them than our own page may weigh.
        let mut last = 1u64;
        let mut next = || {
            last = last.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            last.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..MOST.0 + READY_MADE + 1_000).map(|_| next()).collect();
        fs::write(folder.join("record.bin"), bytes).unwrap();
        assert!(sum(&weigh(&folder).unwrap()).brotli > MOST.0);
        assert_eq!(say_total(&folder), Ok(()));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn packing_makes_a_text_smaller_and_keeps_something() {
        let file = root().join("Trunk.toml");
        let raw = fs::metadata(&file).unwrap().len();
        let gzip = packed(&file, &["gzip", "-9", "-n"]).unwrap();
        assert!((20..raw).contains(&gzip), "{gzip} of {raw}");
    }

    #[test]
    fn a_folder_without_a_page_weighs_nothing_and_is_refused() {
        assert!(weigh(&root().join("crates")).unwrap_err().contains("cargo xtask build"));
    }

    #[test]
    fn the_smallest_record_passes_the_check() {
        if let Err(problems) = dataset::source::check("empty.json", EMPTY_RECORD) {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", lines.join("\n"));
        }
    }
}
