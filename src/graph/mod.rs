//! The actor graph: what it holds, where its nodes stand, and how it is drawn.
//!
//! In reading order: [`content`] (who acted on whom in the window); [`request`], [`regions`] and [`layout`] (where they
//! stand, by [`force`] over [`quadtree`]); [`camera`], [`focus`] and [`scene`] (what is drawn) with its parts [`words`], [`shapes`],
//! [`links`] and [`labels`]; [`walk`] (where the arrow keys lead); and [`path`] (how two actors are connected).

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
pub mod sentence;
pub mod shapes;
pub mod walk;
pub mod wires;
pub mod words;

#[cfg(test)]
mod sample;
