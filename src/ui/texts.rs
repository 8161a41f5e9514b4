//! The record's texts, which come after the first picture:
//! where they arrive, and what is said until they are there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::element::element;
use super::guard::use_guard;
use super::store::Dispatch;
use crate::platform::dom;
use crate::record::Record;
use crate::state::{Action, State};

/// The record with its texts, or why they will not come.
pub type Outcome = Result<Rc<Record>, &'static str>;

/// Who waits for it.
type Wanted = Box<dyn FnOnce(Outcome)>;

/// Where the outcome waits until somebody asks for it. Equal as long as the page lives.
#[derive(Clone, Default)]
pub struct Inbox(Rc<Slots>);

#[derive(Default)]
struct Slots {
    outcome: RefCell<Option<Outcome>>,
    wanted: RefCell<Option<Wanted>>,
}

impl PartialEq for Inbox {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Inbox {
    /// Waits for the texts of `record`, from before start.js can send them to the end of the page.
    pub fn of(record: &Rc<Record>) -> Self {
        let inbox = Self::default();
        let reason = Rc::new(Cell::new("did not load"));
        {
            let (inbox, record, reason) = (inbox.clone(), record.clone(), reason.clone());
            // What is refused may be sent once more, read anew.
            dom::hear("texts", move || match dom::texts().map(|texts| record.with_texts(texts)) {
                Some(Ok(Some(whole))) => {
                    dom::set_root_attribute("data-texts", Some("here"));
                    inbox.put(Ok(Rc::new(whole)));
                }
                Some(Err(broken)) => reason.set(broken.reason()),
                Some(Ok(None)) | None => {}
            });
        }
        {
            let inbox = inbox.clone();
            dom::hear("no-texts", move || {
                dom::set_root_attribute("data-texts", Some("missing"));
                inbox.put(Err(reason.get()));
            });
        }
        inbox
    }

    /// Keeps the outcome for whoever asks.
    pub fn put(&self, outcome: Outcome) {
        match self.0.wanted.take() {
            Some(wanted) => wanted(outcome),
            None => drop(self.0.outcome.replace(Some(outcome))),
        }
    }

    /// Gives the outcome to `wanted`, as soon as it is there.
    pub fn tell(&self, wanted: impl FnOnce(Outcome) + 'static) {
        match self.0.outcome.take() {
            Some(outcome) => wanted(outcome),
            None => drop(self.0.wanted.replace(Some(Box::new(wanted)))),
        }
    }
}

/// Puts the texts into the state when they come.
#[hook]
pub fn use_texts(inbox: &Inbox, dispatch: &Dispatch) {
    let (inbox, dispatch) = (inbox.clone(), dispatch.clone());
    use_guard((), move || {
        inbox.tell(move |outcome| {
            dispatch.dispatch(match outcome {
                Ok(whole) => Action::Texts(whole),
                Err(reason) => Action::NoTexts(reason),
            });
        });
    });
}

/// What stands in the place of texts that are not there; nothing where they are.
pub fn waiting(state: &State) -> Option<Html> {
    let told = match state.lacks {
        None => "The text is on its way.",
        Some(_) => "The text has not come. It stands below the page, in the list of all events.",
    };
    (!state.record.has_texts())
        .then(|| element!("p" { "class": "note", "role": "status", "lang": "en" } [told]))
}
