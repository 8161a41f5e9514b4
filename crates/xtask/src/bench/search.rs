//! What a keystroke in the search costs, with the real record.

use super::page::Page;
use super::table::{Table, median, quantile};
use super::{Bench, subjects};
use crate::machine::run::Outcome;
use crate::machine::server;

/// What is typed: a name, other spellings of it, a place, an organisation,
/// and words of which some are found nowhere.
const QUERIES: [&str; 6] =
    ["soleimani", "qassim sulaimani", "natanz", "kataib hizbollah", "missiles on bases", "zzyzx"];

/// The page with its own record, and another version of it: every query is typed letter by letter into an
/// empty field of a page just opened, once in each in turns.
///
/// # Errors
/// When the page fails.
pub fn keystrokes(bench: &mut Bench) -> Outcome {
    let mut pages = vec![("", server::serve(&bench.dist)?)];
    if let Some(dist) = &bench.against {
        pages.push((", as it was", server::serve(dist)?));
    }
    println!("milliseconds of the main thread's processor time from a letter to the drawn results\n");
    let mut table = Table::new(&["query", "first letter", "median", "95th percentile", "longest"]);
    for query in QUERIES {
        typed(bench, query, query, &pages, &mut table)?;
    }
    typed(bench, "in a field on a blank page", QUERIES[0], &[("", subjects::blank()?.address)], &mut table)?;
    print!("{}", table.text());
    Ok(())
}

/// Types `query` into each of `pages` and adds a line for each to `table`,
/// called `name` and what the page adds to that.
fn typed(bench: &mut Bench, name: &str, query: &str, pages: &[(&str, String)], table: &mut Table) -> Outcome {
    let (mut firsts, mut all) = (vec![Vec::new(); pages.len()], vec![Vec::new(); pages.len()]);
    for _ in 0..bench.runs {
        for (nth, (_, address)) in pages.iter().enumerate() {
            let (mut page, _) = Page::open(&mut bench.browser, address)?;
            page.rest()?;
            page.point_at("#search")?;
            page.click()?;
            page.rest()?;
            let first = all[nth].len();
            for letter in query.chars() {
                all[nth].push(page.cost_of_key(&letter.to_string())?.task);
            }
            let cost = all[nth][first];
            firsts[nth].push(cost);
            page.close()?;
        }
    }
    for ((which, _), (firsts, all)) in pages.iter().zip(firsts.iter().zip(&all)) {
        let longest = all.iter().copied().fold(0.0, f64::max);
        let figures =
            [median(firsts), median(all), quantile(all, 0.95), longest].map(|ms| format!("{ms:.1}"));
        table.add(std::iter::once(format!("{name}{which}")).chain(figures).collect());
    }
    Ok(())
}
