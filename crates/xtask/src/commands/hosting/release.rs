//! Two releases one after the other at the same address, and what a reader sees whose
//! browser has kept files of the first.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::client::Client;
use super::site::{Site, file_of};
use super::{FOREVER, names};
use crate::machine::run::{Outcome, scratch};
use crate::page::shrink::names::{follow_content, hash_in};

/// Loads the release in `dist`, puts one with another rule in its style sheet in its place, loads that, and
/// says what of it a reader sees in an old form; `names` are those of the first.
///
/// # Errors
/// One line when a file cannot be written or the server does not answer.
pub fn faults(site: &Site, dist: &Path, first: &[String], with_brotli: bool) -> Outcome<Vec<String>> {
    let mut kept = BTreeMap::new();
    seen(site, first, &mut kept)?;
    let next = scratch().join("next");
    next_release(dist, &next)?;
    let second = names(&next)?;
    site.put(&next, &second, with_brotli)?;
    let mut faults = Vec::new();
    let mut num_new = 0;
    for (name, bytes) in seen(site, &second, &mut kept)? {
        num_new += usize::from(!first.contains(&name));
        let released = fs::read(next.join(file_of(&name))).map_err(|error| format!("{name}: {error}"))?;
        if bytes != released {
            faults.push(format!("{name}: a reader of the release before still has its old content"));
        }
    }
    if num_new == 0 {
        faults.push("the release with another style sheet has no new name".to_owned());
    }
    Ok(faults)
}

/// What a browser has of each file: that of `kept` where the host said it may be kept for ever,
/// else what is answered now.
fn seen(
    site: &Site,
    names: &[String],
    kept: &mut BTreeMap<String, Vec<u8>>,
) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut client = Client::connect(site.port())?;
    let mut all = Vec::new();
    for name in names {
        let bytes = match kept.get(name) {
            Some(bytes) => bytes.clone(),
            None => {
                let mut bytes = Vec::new();
                let answer = client.get_into(name, "", &mut bytes)?;
                if answer.header("Cache-Control") == Some(FOREVER) {
                    kept.insert(name.clone(), bytes.clone());
                }
                bytes
            }
        };
        all.push((name.clone(), bytes));
    }
    Ok(all)
}

/// Makes in `next` what the build would make of the page in `dist` with one more rule in its style sheet.
fn next_release(dist: &Path, next: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", next.display());
    if next.exists() {
        fs::remove_dir_all(next).map_err(failed)?;
    }
    fs::create_dir_all(next).map_err(failed)?;
    for name in names(dist)? {
        let name = file_of(&name);
        let mut bytes = fs::read(dist.join(name)).map_err(failed)?;
        if name.ends_with(".css") && hash_in(name).is_some() {
            bytes.extend_from_slice(b".page{--release:2}");
        }
        fs::write(next.join(name), bytes).map_err(failed)?;
    }
    let page = next.join("index.html");
    let html = fs::read_to_string(&page).map_err(failed)?;
    fs::write(&page, follow_content(next, &html)?).map_err(failed)
}
