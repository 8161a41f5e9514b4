//! What a keystroke in the search costs, with the page's own record.

use super::page::Page;
use super::table::{Table, median, quantile};
use super::{Bench, server, subjects};
use crate::run::Outcome;

/// What is typed: a name, other spellings of it, a place, an organisation, and words of which some are found nowhere.
const QUERIES: [&str; 6] = ["soleimani", "qassim sulaimani", "natanz", "kataib hizbollah", "missiles on bases", "zzyzx"];

/// The page with its own record: every query is typed letter by letter into an empty field of a page just opened.
///
/// # Errors
/// When the page fails.
pub fn keystrokes(bench: &mut Bench) -> Outcome {
    let (address, blank) = (server::serve(&bench.dist)?, subjects::blank()?.address);
    println!("milliseconds of the main thread's processor time from a letter to the drawn results\n");
    let mut table = Table::new(&["query", "first letter", "median", "95th percentile", "longest"]);
    let queries = QUERIES.map(|query| (query, query, &address));
    for (name, query, address) in queries.into_iter().chain([("in a field on a blank page", QUERIES[0], &blank)]) {
        let (mut firsts, mut all) = (Vec::new(), Vec::new());
        for _ in 0..bench.runs {
            let (mut page, _) = Page::open(&mut bench.browser, address)?;
            page.rest()?;
            page.point_at("#search")?;
            page.click()?;
            page.rest()?;
            for (nth, letter) in query.chars().enumerate() {
                let cost = page.cost_of_key(&letter.to_string())?.task;
                if nth == 0 {
                    firsts.push(cost);
                }
                all.push(cost);
            }
            page.close()?;
        }
        let longest = all.iter().copied().fold(0.0, f64::max);
        let figures = [median(&firsts), median(&all), quantile(&all, 0.95), longest].map(|ms| format!("{ms:.1}"));
        table.add(std::iter::once(name.to_owned()).chain(figures).collect());
    }
    print!("{}", table.text());
    Ok(())
}
