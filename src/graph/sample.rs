//! Small records for the tests of this folder, built in code so that a test shows all that it depends on.

use dataset::civil::Date;
use dataset::edtf::Edtf;
use dataset::model::{
    Actor, ActorIdx, ActorKind, Cameo, Dataset, Domain, DomainIdx, Event, EventIdx, Meta, Part, Relation,
    RelationKind, Side, SideIdx,
};

use crate::record::Record;
use crate::time::window::TimeWindow;

/// A record in the making. What is leaked is a few hundred bytes for each test.
pub(super) struct Sample {
    actors: Vec<Actor>,
    relations: Vec<Relation>,
    events: Vec<Event>,
}

impl Sample {
    /// With states called "Actor 0", "Actor 1", … whose sides go round: 0, 1, 2, 0, …
    pub(super) fn new(num_actors: u16) -> Self {
        let mut sample = Self { actors: Vec::new(), relations: Vec::new(), events: Vec::new() };
        for idx in 0..num_actors {
            sample = sample.actor(&format!("Actor {idx}"), ActorKind::State, idx % 3);
        }
        sample
    }

    /// Adds an actor; `name` is also its short name and its id.
    pub(super) fn actor(mut self, name: &str, kind: ActorKind, side: u16) -> Self {
        let name: &'static str = name.to_owned().leak();
        let side = SideIdx(side);
        let actor = Actor {
            id: name,
            name,
            short: name,
            aka: &[],
            kind,
            side,
            about: "",
            active: None,
            parent: None,
            sources: &[],
        };
        self.actors.push(actor);
        self
    }

    /// Adds an event; events must come in time order.
    pub(super) fn event(
        mut self,
        date: &str,
        initiators: &[ActorIdx],
        targets: &[ActorIdx],
        goldstein: Option<f32>,
    ) -> Self {
        self.events.push(Event {
            id: "",
            date: edtf(date),
            title: "",
            short: None,
            summary: "",
            domain: DomainIdx(0),
            cameo: goldstein.map(|goldstein| Cameo { code: "", label: "", goldstein }),
            importance: 3,
            place: None,
            initiators: initiators.to_vec().leak(),
            targets: targets.to_vec().leak(),
            others: &[],
            responds_to: &[] as &[EventIdx],
            follows: &[],
            figures: &[],
            casualties: &[],
            claims: &[],
            revised: &[],
            sources: &[],
        });
        self
    }

    /// Gives the last event more actors, who neither acted nor were acted on.
    pub(super) fn others(mut self, others: &[ActorIdx]) -> Self {
        let part = |&actor| Part { actor, role: "" };
        if let Some(last) = self.events.last_mut() {
            last.others = others.iter().map(part).collect::<Vec<_>>().leak();
        }
        self
    }

    /// Makes `part` a part of `whole`.
    pub(super) fn part_of(mut self, part: ActorIdx, whole: ActorIdx) -> Self {
        self.actors[part.get()].parent = Some(whole);
        self
    }

    /// Adds a standing relation.
    pub(super) fn relation(
        mut self,
        source: ActorIdx,
        kind: RelationKind,
        target: ActorIdx,
        when: Option<&str>,
    ) -> Self {
        self.relations.push(Relation { source, target, kind, when: when.map(edtf), note: "", sources: &[] });
        self
    }

    /// The record of what was added.
    pub(super) fn record(self) -> Record {
        let side = |id, name| Side { id, name, short: name };
        Record::new(Box::leak(Box::new(Dataset {
            meta: Meta {
                title: "",
                description: "",
                lang: "en",
                updated: Date::new(2020, 2, 1).unwrap(),
                license: "",
                opening: edtf("2020-01-01/2020-01-12"),
                method: "",
                contact: "",
            },
            sides: vec![side("west", "West"), side("east", "East"), side("rest", "Rest")].leak(),
            domains: vec![Domain { id: "all", name: "All" }].leak(),
            sources: &[],
            places: &[],
            actors: self.actors.leak(),
            relations: self.relations.leak(),
            events: self.events.leak(),
            stories: &[],
        })))
    }
}

/// The window from the beginning of `start` to the end of `end`.
pub(super) fn window(start: &str, end: &str) -> TimeWindow {
    let utc = dataset::units::UtcOffset::UTC;
    let (start, end) = (edtf(start).span(utc).start, edtf(end).span(utc).end);
    let bounds =
        crate::time::window::Bounds::around(dataset::units::TimeSpan { start: Edtf::FIRST, end: Edtf::LAST });
    TimeWindow::fitting(start.into(), end.into(), bounds)
}

fn edtf(text: &str) -> Edtf {
    Edtf::parse(text).unwrap()
}
