//! Effects: what begins when a part is drawn and ends when what it depends on has changed.
//!
//! Yew's `use_effect_with` is compiled again for every closure and every type that it depends on, 600 to 2000
//! bytes each. Here both are boxed, so that it is compiled once.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// What keeps an effect going: it ends when this is dropped.
type Guard = Box<dyn Any>;

/// Something that an effect depends on.
trait Dependency {
    fn equals(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Dependency for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

struct Watched(Box<dyn Dependency>);

impl PartialEq for Watched {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(other.0.as_any())
    }
}

/// Runs `begin` after the first drawing, and again after each drawing for which `of` has changed; what it
/// gives back is dropped before it runs again and when the part goes.
#[hook]
pub fn use_guard<G: 'static>(of: impl PartialEq + 'static, begin: impl FnOnce() -> G + 'static) {
    use_boxed(Watched(Box::new(of)), Box::new(move || Box::new(begin())));
}

#[hook]
fn use_boxed(of: Watched, begin: Box<dyn FnOnce() -> Guard>) {
    use_effect_with(of, move |_| {
        let guard = begin();
        move || drop(guard)
    });
}

/// A shared value that equals none but itself: for what is too large to be compared at each step.
pub struct Same<T>(pub Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Equals nothing, not even itself: for effects that begin again after each drawing.
pub struct EachTime;

impl PartialEq for EachTime {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}
