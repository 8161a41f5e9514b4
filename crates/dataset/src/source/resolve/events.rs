//! Events with all that hangs on them, and the stories that lead through them.

use super::{Reading, cameo, has_both_ends, keep, keep_all, narrow};
use crate::edtf::Edtf;
use crate::model;
use crate::source::form;
use crate::source::problem::{At, Fault};

impl Reading<'_> {
    /// `None` where the fields that every event has are wrong.
    pub(super) fn event(&mut self, at: &At, event: &form::Event) -> Option<model::Event> {
        let domain = self
            .ids
            .domains
            .find(&event.domain, &at.key("domain"), self.faults)
            .map(narrow)
            .map(model::DomainIdx);
        let place = event.place.as_ref().map(|id| {
            self.ids.places.find(id, &at.key("place"), self.faults).map(narrow).map(model::PlaceIdx)
        });
        let cameo = event.cameo.as_ref().and_then(|code| cameo::find(code));
        Some(model::Event {
            id: keep(&event.id.0),
            title: keep(&event.title),
            short: event.short.as_deref().map(keep),
            summary: keep(&event.summary),
            cameo: cameo.map(|row| model::Cameo {
                code: &row.code,
                label: &row.label,
                goldstein: row.goldstein,
            }),
            importance: u8::try_from(event.importance).unwrap_or_default(),
            place: place.flatten(),
            initiators: self.actors(&event.initiators, &at.key("initiators")),
            targets: self.actors(&event.targets, &at.key("targets")),
            others: self.parts(&event.others, &at.key("others")),
            responds_to: self.events(&event.responds_to, &at.key("responds_to")),
            follows: self.events(&event.follows, &at.key("follows")),
            figures: self.figures(&event.figures, &at.key("figures")),
            casualties: self.casualties(&event.casualties, &at.key("casualties")),
            claims: self.claims(&event.claims, &at.key("claims")),
            revised: self.revisions(&event.revised, &at.key("revised")),
            sources: self.sources(&event.sources, at),
            domain: domain?,
            // A bad date is noted already.
            date: Edtf::parse(&event.date.0).ok()?,
        })
    }

    fn parts(&mut self, parts: &[form::Part], at: &At) -> &'static [model::Part] {
        let parts = parts.iter().enumerate().filter_map(|(index, part)| {
            let actor = self.actor_idx(&part.actor, &at.index(index).key("actor"));
            Some(model::Part { actor: actor?, role: keep(&part.role) })
        });
        keep_all(parts)
    }

    fn figures(&mut self, figures: &[form::Figure], at: &At) -> &'static [model::Figure] {
        let figures = figures.iter().enumerate().map(|(index, figure)| model::Figure {
            label: keep(&figure.label),
            value: figure.value,
            note: keep(&figure.note),
            sources: self.sources(&figure.sources, &at.index(index)),
        });
        keep_all(figures)
    }

    fn casualties(&mut self, rows: &[form::Casualties], at: &At) -> &'static [model::Casualties] {
        let rows = rows.iter().enumerate().filter_map(|(index, row)| {
            let at = at.index(index);
            let side =
                self.ids.sides.find(&row.side, &at.key("side"), self.faults).map(narrow).map(model::SideIdx);
            let sources = self.sources(&row.sources, &at);
            let [low, high] = [row.low, row.high].map(|count| u32::try_from(count).unwrap_or_default());
            let (kind, status) = (row.kind, row.status);
            Some(model::Casualties {
                kind,
                who: keep(&row.who),
                side: side?,
                status,
                low,
                high,
                by: keep(&row.by),
                sources,
            })
        });
        keep_all(rows)
    }

    fn revisions(&mut self, revisions: &[form::Revision], at: &At) -> &'static [model::Revision] {
        let revisions = revisions.iter().enumerate().filter_map(|(index, revision)| {
            let date = self.plain_day(&revision.date, &at.index(index).key("date"));
            Some(model::Revision { date: date?, what: keep(&revision.what) })
        });
        keep_all(revisions)
    }

    fn claims(&mut self, claims: &[form::Claim], at: &At) -> &'static [model::Claim] {
        let claims = claims.iter().enumerate().filter_map(|(index, claim)| {
            let at = at.index(index);
            let by = self.actor_idx(&claim.by, &at.key("by"));
            let date = self.date(&claim.date, &at.key("date"));
            let sources = self.sources(&claim.sources, &at);
            let later = claim.later.as_deref().map_or("", keep);
            Some(model::Claim {
                by: by?,
                date: date?,
                text: keep(&claim.text),
                status: claim.status,
                later,
                sources,
            })
        });
        keep_all(claims)
    }

    /// A walk through the record.
    pub(super) fn story(&mut self, at: &At, story: &form::Story) -> model::Story {
        let steps = story.steps.iter().enumerate().filter_map(|(index, step)| {
            let at = at.key("steps").index(index);
            let view = self.date(&step.view, &at.key("view"));
            let is_open = view.is_some_and(|view| !has_both_ends(view));
            self.faults.push_if(is_open, &at.key("view"), || Fault::OpenView { text: step.view.0.clone() });
            let events = self.events(&step.events, &at.key("events"));
            let actors = self.actors(&step.actors, &at.key("actors"));
            let chapter = step.chapter.as_deref().map(keep);
            Some(model::Step {
                chapter,
                title: keep(&step.title),
                text: keep(&step.text),
                view: view?,
                events,
                actors,
            })
        });
        let steps = keep_all(steps);
        model::Story { id: keep(&story.id.0), title: keep(&story.title), source: keep(&story.source), steps }
    }
}
