//! `cargo xtask graphs`: pictures of the actor graph for windows of every kind,
//! for a desk and a phone, in docs/graph/.
//!
//! Look at them after a change. The tests below check in each what a reader must be able to rely on.

use std::fs;
use std::rc::Rc;

use brink::drawing::camps::CampPicture;
use brink::drawing::svg::Svg;
use brink::geom::Size;
use brink::graph::camera::GraphCamera;
use brink::graph::camp_scene::{CampScene, Ranks};
use brink::graph::camps::Camps;
use brink::graph::content::GraphContent;
use brink::graph::sentence::sentence;
use brink::picture::Palette;
use brink::record::Record;
use brink::state::State;
use brink::state::url::decode;
use dataset::source::check_file;

use crate::machine::run::{Outcome, root};
use crate::page::finish::{card, letters};

/// The windows, with the names of their files and what else the address says.
const WINDOWS: [(&str, &str); 12] = [
    ("01-1953", "window=1953"),
    ("02-1979-1981", "window=1979/1981"),
    ("03-1988", "window=1988"),
    ("04-2018", "window=2018"),
    ("05-june-2019", "window=2019-06"),
    ("06-opening", ""),
    ("07-3-january-2020", "window=2020-01-03"),
    ("08-june-2025", "window=2025-06"),
    ("09-february-july-2026", "window=2026-02/2026-07"),
    ("10-whole-record", "window=1951/2026"),
    ("11-opening-with-an-actor-chosen", "select=donald-trump"),
    ("12-opening-with-a-band-chosen", "select=camp:iran~us"),
];

/// The panel on 1280 × 800 pixels where the reader turns to it, and on 390 × 844.
const SIZES: [Size; 2] = [Size::new(869.0, 467.0), Size::new(366.0, 430.0)];

/// Room around and between the pictures, and above them for the window and its sentence.
const MARGIN: f64 = 14.0;
const HEAD: f64 = 112.0;

/// Size in px of the letters of the sentence above a picture, and from one of its lines to the next.
const SAID_PX: f64 = 12.0;
const SAID_LINE: f64 = 14.5;

/// How much wider letters may run than those that the pictures are placed by.
const ROOM: f64 = letters::FONTS_DIFFER;

/// Writes the pictures, light for the desk and dark for the phone.
///
/// # Errors
/// One line when the data has problems, the system has no font, or a file cannot be written.
pub fn graphs() -> Outcome {
    let record = record()?;
    let folder = root().join("docs/graph");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, address) in WINDOWS {
        let state = State::new(record.clone(), decode(&record, "", address).view);
        let width = SIZES[0].width + SIZES[1].width + 4.0 * MARGIN;
        let height = HEAD + SIZES[0].height.max(SIZES[1].height) + MARGIN;
        let left = SIZES[0].width + 2.0 * MARGIN;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred pixels")]
        let size = [width as u32, height as u32];
        let desk = |scale: f64| svg(&state, SIZES[0], Palette::Light, scale);
        let phone = |scale: f64| svg(&state, SIZES[1], Palette::Dark, scale);
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred pixels")]
        let png = card::painted(size, &[(0.0, &desk), (left as f32, &phone)])?;
        let path = folder.join(format!("{name}.png"));
        fs::write(&path, png).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn record() -> Outcome<Rc<Record>> {
    let lines = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Ok(Rc::new(Record::new(check_file(&root().join("data/escalation.json")).map_err(lines)?)))
}

/// What the page would draw of `state` on a panel of `size`, with the camps that it is made from.
fn scene(state: &State, size: Size, scale: f64) -> (CampScene, Camps) {
    let content = GraphContent::of(&state.record, state.window());
    let camps = Camps::of(&state.record, &content);
    let measure = |text: &str| scale * letters::width(text, 11.5);
    (state.camp_scene(&content, &camps, &Ranks::of(&state.record), size, &measure), camps)
}

fn svg(state: &State, size: Size, palette: Palette, scale: f64) -> String {
    let (scene, camps) = scene(state, size, scale.max(ROOM));
    let whole = Size::new(size.width + 2.0 * MARGIN, HEAD + SIZES[0].height.max(SIZES[1].height) + MARGIN);
    let mut svg = Svg::with_style(whole, &palette.style());
    svg.rect(&["paper"], [0.0, 0.0, whole.width, whole.height, 0.0]);
    let said = sentence(&state.record, &camps, state.window());
    let mut lines = vec![String::new()];
    for word in said.split(' ') {
        let at = lines.len() - 1;
        if scale.max(ROOM) * (letters::width(&lines[at], SAID_PX) + letters::width(word, SAID_PX))
            > size.width - 6.0
        {
            lines.push(String::new());
        }
        let at = lines.len() - 1;
        lines[at] += word;
        lines[at].push(' ');
    }
    let mut y = MARGIN;
    for line in &lines {
        svg.text("source", MARGIN, y, line);
        y += SAID_LINE;
    }
    let camera = GraphCamera::default();
    let picture =
        CampPicture { record: &state.record, scene: &scene, camera, band: None, dealing: None, before: None };
    svg.shapes(MARGIN, y + 4.0, &picture.shapes());
    svg.finished()
}

#[cfg(test)]
mod tests {
    use super::*;
    use brink::geom::Rect;
    use brink::graph::lettering::Words;
    use std::collections::BTreeSet;

    /// The sizes that are drawn, the least at which there are three columns of 400 pixels, the panel on 1920
    /// × 1080, and a page enlarged four times.
    const ALL_SIZES: [Size; 5] =
        [SIZES[0], SIZES[1], Size::new(712.0, 400.0), Size::new(1388.0, 747.0), Size::new(296.0, 430.0)];

    /// The panel beside or below everything else: at a desk, on a tablet, on a narrow one.
    const SMALL: [Size; 4] =
        [Size::new(869.0, 62.0), Size::new(486.0, 110.0), Size::new(440.0, 140.0), Size::new(348.0, 104.0)];

    /// Each window at each size, with its scene.
    fn all() -> Vec<(String, State, Size, CampScene, Camps)> {
        drawn(&ALL_SIZES)
    }

    fn drawn(sizes: &[Size]) -> Vec<(String, State, Size, CampScene, Camps)> {
        let record = record().unwrap();
        let state = |address| State::new(record.clone(), decode(&record, "", address).view);
        let one = |(name, address)| {
            let at = |size: &Size| {
                let state = state(address);
                let (scene, camps) = scene(&state, *size, ROOM);
                (format!("{name} at {}", size.width), state, *size, scene, camps)
            };
            sizes.iter().map(at).collect::<Vec<_>>()
        };
        WINDOWS.into_iter().flat_map(one).collect()
    }

    /// Every text of the picture but the numbers on bands, which have boxes of their own.
    fn texts(scene: &CampScene) -> Vec<&Words> {
        let camps = scene
            .camps
            .iter()
            .flat_map(|it| [Some(&it.name), it.rest.as_ref(), it.more.as_ref().map(|more| &more.words)]);
        let actors =
            scene.actors.iter().flat_map(|it| [Some(&it.name), it.rest.as_ref(), it.number.as_ref()]);
        let bands = scene.bands.iter().map(|band| Some(&band.number));
        camps
            .chain(actors)
            .chain(bands)
            .chain(scene.wires.iter().map(|wire| wire.words.as_ref()))
            .flatten()
            .collect()
    }

    #[test]
    fn no_text_lies_on_another_on_a_disc_or_on_the_edge() {
        for (name, _, size, scene, _) in all().into_iter().chain(drawn(&SMALL)) {
            let texts = texts(&scene);
            for (nth, text) in texts.iter().enumerate() {
                let Rect { min, max } = text.bounds;
                let is_inside = min.x >= 0.0 && min.y >= 0.0 && max.x <= size.width && max.y <= size.height;
                assert!(is_inside, "{name}: {} is cut: {:?}", text.text, text.bounds);
                for other in &texts[..nth] {
                    assert!(!text.bounds.overlaps(other.bounds), "{name}: {} on {}", text.text, other.text);
                }
                for disc in &scene.actors {
                    let at = disc.plug.center;
                    let (x, y) = (at.x.clamp(min.x, max.x), at.y.clamp(min.y, max.y));
                    let apart = ((x - at.x).powi(2) + (y - at.y).powi(2)).sqrt();
                    assert!(
                        apart >= disc.plug.radius,
                        "{name}: {} on the disc of {}",
                        text.text,
                        disc.name.text
                    );
                }
            }
        }
    }

    /// A name in one line or two as one text, as it would be without the break.
    fn whole(name: &Words, rest: Option<&Words>) -> [String; 3] {
        let rest = rest.map_or("", |rest| rest.text.as_str());
        [
            format!("{} {rest}", name.text),
            format!("{}{rest}", name.text),
            format!("{}{rest}", name.text.trim_end_matches('-')),
        ]
        .map(|text| text.trim().to_owned())
    }

    #[test]
    fn no_name_and_no_header_is_cut() {
        for (name, state, size, scene, _) in all().into_iter().chain(drawn(&SMALL)) {
            let sides = state.record.data().sides;
            for camp in &scene.camps {
                let (side, seen) = (&sides[camp.side.get()], whole(&camp.name, camp.rest.as_ref()));
                assert!(
                    seen.iter().any(|seen| [side.name, side.short].contains(&seen.as_str())),
                    "{name}: {seen:?}"
                );
                let is_parted = camp.name.text.ends_with('-') && !side.name.contains(&camp.name.text);
                // Enlarged four times, a long word may have no room.
                assert!(!is_parted || size.width < 320.0, "{name}: {} is parted within a word", side.name);
            }
            for mark in &scene.actors {
                let (actor, seen) = (state.record.actor(mark.actor), whole(&mark.name, mark.rest.as_ref()));
                assert!(
                    seen.iter().any(|seen| [actor.name, actor.short].contains(&seen.as_str())),
                    "{name}: {seen:?}"
                );
            }
            assert!(!texts(&scene).iter().any(|text| text.text.contains('…')), "{name}");
        }
    }

    #[test]
    fn a_larger_panel_names_more_actors() {
        let all = all();
        let count = |window: &str, width: f64| {
            all.iter().find(|it| it.0 == format!("{window} at {width}")).map_or(0, |it| it.3.actors.len())
        };
        assert!((20..=24).contains(&count("10-whole-record", 869.0)));
        let roomy = count("10-whole-record", 1388.0);
        assert!((40..=56).contains(&roomy), "{roomy}");
    }

    #[test]
    fn every_drawn_actor_has_a_name_and_no_band_or_line_crosses_one() {
        for (name, _, _, scene, _) in all() {
            assert!(scene.actors.iter().all(|actor| !actor.name.text.is_empty()), "{name}");
            let boxes: Vec<Rect> = scene.camps.iter().map(|camp| camp.rect).collect();
            let between = scene.bands.iter().filter(|band| band.from != band.to);
            let numbers: Vec<Rect> = between.map(|band| band.number.bounds).collect();
            for (nth, number) in numbers.iter().enumerate() {
                assert!(
                    !boxes.iter().any(|other| other.overlaps(*number)),
                    "{name}: a number lies on a camp"
                );
                assert!(
                    !numbers[..nth].iter().any(|other| other.overlaps(*number)),
                    "{name}: a number lies on another"
                );
            }
        }
    }

    #[test]
    fn bands_and_actors_are_few_and_the_bands_hold_every_dealing() {
        for (name, state, size, scene, camps) in all() {
            let (most_bands, most_actors) = match size.width {
                900.0.. => (12, 56),
                600.0.. => (12, 24),
                _ => (8, 12),
            };
            assert!(scene.bands.len() <= most_bands && scene.actors.len() <= most_actors, "{name}");
            assert_eq!(
                scene.camps.len(),
                camps.camps.len(),
                "{name}: every camp of the window has its place"
            );
            for camp in &camps.camps {
                let named = scene.actors.iter().filter(|actor| actor.side == camp.side).count();
                let more = scene
                    .camps
                    .iter()
                    .find(|mark| mark.side == camp.side)
                    .and_then(|mark| mark.more.as_ref());
                assert_eq!(
                    named + more.map_or(0, |more| more.count),
                    camp.members.len(),
                    "{name}: who is not named is counted"
                );
            }
            // An event is a dealing of each pair of camps of which one acted on the other in it.
            let mut dealings = BTreeSet::new();
            for idx in state.record.events_in(state.window()) {
                let event = state.record.event(idx);
                for from in event.initiators {
                    let others = event.targets.iter().filter(|to| *to != from);
                    dealings.extend(
                        others.map(|to| (idx, state.record.actor(*from).side, state.record.actor(*to).side)),
                    );
                }
            }
            let drawn: u32 = scene.bands.iter().map(|band| band.count).sum();
            assert_eq!((drawn + scene.num_left_out) as usize, dealings.len(), "{name}");
            assert_eq!(camps.num_dealings() as usize, dealings.len(), "{name}");
        }
    }

    #[test]
    fn what_is_chosen_has_its_lines_and_each_says_what_it_was() {
        for (name, state, size, scene, _) in all().into_iter().filter(|it| it.1.view.selection.is_some()) {
            assert!(scene.wires.len() >= 3, "{name}");
            let said = scene.wires.iter().filter(|wire| wire.words.is_some()).count();
            // On a page enlarged four times names leave less room.
            assert!(
                size.width < 320.0 || 10 * said >= 8 * scene.wires.len(),
                "{name}: {said} of {} lines say what they were",
                scene.wires.len()
            );
            assert!(state.selected_actor().is_none_or(|actor| scene.actor(actor).is_some()), "{name}");
            let is_marked = svg(&state, size, Palette::Light, 1.0).contains(" chosen\"");
            assert_eq!(is_marked, state.selected_actor().is_some(), "{name}: who is chosen looks so");
        }
    }

    #[test]
    fn actors_keep_their_places_while_the_window_moves() {
        let record = record().unwrap();
        let mut state = State::new(record.clone(), decode(&record, "", "").view);
        let (mut kept, mut moved) = (0, 0);
        let mut before = scene(&state, SIZES[0], ROOM).0;
        for _ in 0..40 {
            state.view.window = Some(state.window().pan(dataset::units::Secs(86_400.0), record.bounds()));
            let now = scene(&state, SIZES[0], ROOM).0;
            for mark in &now.actors {
                match before.actor(mark.actor) {
                    Some(was) if was.plug.center == mark.plug.center => kept += 1,
                    Some(_) => moved += 1,
                    None => {}
                }
            }
            before = now;
        }
        assert!(kept > 9 * moved, "{moved} moved, {kept} stayed");
    }
}
