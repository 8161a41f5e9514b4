//! The sign of each kind of actor: a disc, full or hollow, with a ring around it or a core in it. Corners are
//! the timeline's: there they tell fields of action apart.
//!
//! ```text
//! person: full                       state: full, with a ring
//! armed group: hollow, with a core   other bodies and agreements: hollow
//! ```

use dataset::model::ActorKind;

use crate::geom::Point;
use crate::geom::outline::Outline;

/// From a disc to the ring around it in px.
const RING: f64 = 2.6;

/// What an actor of `kind` is drawn as, lowest first: the class of each outline with the outline. All of it
/// stays within `radius` + 2.6 px of `middle`.
#[must_use]
pub fn sign(kind: ActorKind, middle: Point, radius: f64) -> Vec<(&'static str, Outline)> {
    let mut parts = vec![("outline", Outline::circle(middle, radius))];
    match kind {
        ActorKind::State => parts.push(("ring", Outline::circle(middle, radius + RING))),
        ActorKind::ArmedGroup => parts.push(("core", Outline::circle(middle, radius * 0.42))),
        _ => {}
    }
    parts
}

/// Whether the disc is full or hollow, as a class.
#[must_use]
pub const fn filling(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person | ActorKind::State => "full",
        _ => "hollow",
    }
}

/// The kinds as the key tells them: one of each sign, with its words.
pub const KEY: [(ActorKind, &str); 4] = [
    (ActorKind::State, "state"),
    (ActorKind::Person, "person"),
    (ActorKind::ArmedGroup, "armed group"),
    (ActorKind::Organisation, "other body"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_signs_of_the_key_differ() {
        let seen = |kind| {
            (
                filling(kind),
                sign(kind, Point::default(), 5.0).into_iter().map(|part| part.0).collect::<Vec<_>>(),
            )
        };
        for (nth, (kind, _)) in KEY.iter().enumerate() {
            assert!(KEY[..nth].iter().all(|(other, _)| seen(*other) != seen(*kind)), "{kind:?}");
        }
    }
}
