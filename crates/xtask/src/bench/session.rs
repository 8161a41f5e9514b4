//! A long session, played fast: whether memory grows between a thousand inputs and ten thousand.
//!
//! The inputs come from a seeded generator: wheels, drags, keys, clicks, other sizes, back and forward. Here
//! only memory counts; a journey in tests/e2e checks that the page is still right after such input.

use synth::Random;

use super::Bench;
use super::hand::Step;
use super::page::Page;
use super::table::Table;
use crate::machine::run::Outcome;
use crate::machine::server;

/// What the session is drawn from.
const SEED: u64 = 4;
/// After how many inputs memory is read.
const READINGS: [usize; 3] = [1_000, 5_000, 10_000];
/// Keys that mean something on the page, and one that does not.
const KEYS: [&str; 12] =
    ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-", "0", "Home", "End", "Enter", "Escape", "x"];
/// Other sizes of the browser's window, in pixels: a phone, upright and not, a tablet, a desk.
const SIZES: [(u32, u32); 4] = [(390, 844), (844, 390), (768, 1024), (1280, 800)];

/// The page with its own record under ten thousand inputs, once: they take longer than all the rest.
///
/// # Errors
/// When the page fails or complains.
pub fn long(bench: &mut Bench) -> Outcome {
    let address = server::serve(&bench.dist)?;
    println!(
        "megabytes after a collection, of the scripts' heap and of wasm memory together, in one session\n"
    );
    let (mut page, _) = Page::open(&mut bench.browser, &address)?;
    let mut random = Random::new(SEED);
    let mut table = Table::new(&["inputs", "heap MB", "wasm MB", "ratio"]);
    let (mut num_done, mut first) = (0, None);
    for goal in READINGS {
        while num_done < goal {
            if let Err(error) = input(&mut page, &mut random) {
                let (x, y) = page.at;
                let below = page
                    .eval(&format!("document.elementFromPoint({x}, {y})?.outerHTML.slice(0, 120)"))
                    .unwrap_or_default();
                return Err(format!("input {num_done} at {x:.0}, {y:.0} over {below}: {error}"));
            }
            num_done += 1;
        }
        page.screen(1280, 800)?;
        page.rest()?;
        let (heap, wasm) = page.memory()?;
        let ratio = (heap + wasm) / *first.get_or_insert(heap + wasm);
        table.add(vec![
            format!("{goal}"),
            format!("{:.2}", heap / 1e6),
            format!("{:.2}", wasm / 1e6),
            format!("{ratio:.2}"),
        ]);
    }
    page.close()?;
    print!("{}", table.text());
    Ok(())
}

/// Does one thing.
fn input(page: &mut Page, random: &mut Random) -> Outcome {
    let amount = random.share() * 400.0 - 200.0;
    match random.weighted(&[30, 20, 20, 20, 1, 5, 4]) {
        0 => {
            // Now and then Chromium leaves a wheel over a dialog without an answer,
            // and then every other one too.
            if page.eval("document.querySelector('dialog[open]') === null")? == false {
                return page.key("Escape");
            }
            somewhere(page, random)?;
            page.fast(&[Step::Wheel(amount)])
        }
        1 => {
            somewhere(page, random)?;
            page.fast(&[Step::Drag(amount / 2.0), Step::Drag(amount / 2.0)])
        }
        2 => page.key(KEYS[random.below(KEYS.len())]),
        3 => {
            somewhere(page, random)?;
            page.click()
        }
        4 => {
            let (width, height) = SIZES[random.below(SIZES.len())];
            page.screen(width, height)
        }
        5 => page.eval("history.back()").map(drop),
        _ => page.eval("history.forward()").map(drop),
    }
}

/// Puts the hand anywhere but on what leads away from the page: links to sources.
fn somewhere(page: &mut Page, random: &mut Random) -> Outcome {
    for _ in 0..20 {
        let shares = (random.share(), random.share());
        let place = page.eval(&format!(
            "(([x, y]) => document.elementFromPoint(x, y)?.closest('a[href^=http], a[download]') ? null : \
             [x, y])\
             ([innerWidth * {}, innerHeight * {}])",
            shares.0, shares.1
        ))?;
        if let (Some(x), Some(y)) = (place[0].as_f64(), place[1].as_f64()) {
            return page.move_to(x, y);
        }
    }
    Err("links cover the whole page".to_owned())
}
