//! The actor graph: what a window holds, and where it stands.
//!
//! In reading order:
//!
//! - [`content`]: who acted on whom in the window, and who stood in which relation; [`foremost`]:
//!   the part of it that can be read;
//! - the camps, which the page shows first: [`camps`] (who is in them, and what went on between them),
//!   [`places`], [`seats`] and [`routes`] (where they stand, and how their bands run), [`camp_lines`],
//!   [`wires`], [`lettering`] and [`camp_scene`] (what is drawn), [`sentence`] (the same in words), [`acts`]
//!   (what an act was, in a word);
//! - every actor and line, on demand: [`request`], [`regions`] and [`layout`] (where they stand, by [`force`]
//!   over [`quadtree`]), [`scene`] (what is drawn) with [`words`], [`shapes`], [`links`] and [`labels`];
//! - [`camera`], [`focus`] and [`walk`]: how the reader looks at it, what stands out,
//!   and where the arrow keys lead;
//! - [`path`]: how two actors are connected.

pub mod acts;
pub mod camera;
pub mod camp_lines;
pub mod camp_scene;
pub mod camps;
pub mod content;
pub mod focus;
pub mod force;
pub mod foremost;
pub mod labels;
pub mod layout;
pub mod lettering;
pub mod links;
pub mod path;
pub mod places;
pub mod quadtree;
pub mod regions;
pub mod request;
pub mod routes;
pub mod scene;
pub mod seats;
pub mod sentence;
pub mod shapes;
pub mod walk;
pub mod wires;
pub mod words;

#[cfg(test)]
mod sample;
