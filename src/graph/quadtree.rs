//! A Barnes–Hut quadtree: the sum of all pairs' 1/d fields in O(n log n) rather than O(n²).
//!
//! Separate from the force that uses it, since it knows bodies and fields but nothing of graphs.
//! It is built for each tick, into buffers that are kept, so only the first build allocates.
//!
//! Method: Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324 (1986).
//! Cells lie in preorder, each with the place of the next cell that is not inside it, so that a walk
//! needs no stack:
//!
//! ```text
//! cells   0 1 2 3 4 5 …        to open cell 1 go to 2; to leave it go to cells[1].next = 4
//!         └ 1 ┬ 2
//!           │ └ 3
//!           └ 4 …
//! ```

use crate::geom::{Point, Vec2};

/// Bodies of a leaf: below this a direct sum is faster than more cells.
const LEAF_LEN: usize = 8;

/// Levels below the root. Bodies closer than the root's width / 2²⁴ share a leaf, however many they are;
/// without a limit two coincident bodies would be split for ever.
const MAX_DEPTH: u32 = 24;

/// Bodies and, above them, cells that stand in for many bodies seen from afar.
#[derive(Clone, Debug)]
pub struct Quadtree {
    /// Reciprocal of the square of the opening angle.
    inverse_theta_squared: f64,
    /// In tree order, so that each cell owns a contiguous range.
    bodies: Vec<Body>,
    /// In preorder.
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug)]
struct Body {
    place: Point,
    id: u32,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    /// Mean place of its bodies.
    center: Point,
    /// How many bodies it holds.
    mass: f64,
    /// Seen from a distance whose square is larger, the cell may stand in for its bodies.
    far_squared: f64,
    /// Range of its bodies.
    first: u32,
    end: u32,
    /// The next cell in preorder that is not inside this one; the following cell for a leaf.
    next: u32,
}

impl Quadtree {
    /// An empty tree. A cell of width w stands in for its bodies at distances above w / `theta`.
    ///
    /// `theta` 0 or less means never (the exact sum, O(n²)), 0.5 is careful, 0.9 fast: mean errors of a per
    /// cent or two. A body's own cells are always opened.
    #[must_use]
    pub fn new(theta: f64) -> Self {
        let inverse = if theta > 0.0 { 1.0 / (theta * theta) } else { f64::INFINITY };
        Self { inverse_theta_squared: inverse, bodies: Vec::new(), cells: Vec::new() }
    }

    /// Replaces the content by bodies of mass one at `places`, which must be finite. O(n log n).
    ///
    /// Coincident places are allowed. Places beyond the first 2³² are left out.
    pub fn rebuild(&mut self, places: &[Point]) {
        self.bodies.clear();
        self.bodies.extend((0u32..).zip(places).map(|(id, &place)| Body { place, id }));
        self.cells.clear();
        let Some(&first) = places.first() else { return };
        let (mut min, mut max) = (first, first);
        for p in places {
            min = Point::new(min.x.min(p.x), min.y.min(p.y));
            max = Point::new(max.x.max(p.x), max.y.max(p.y));
        }
        let center = Point::new(f64::midpoint(min.x, max.x), f64::midpoint(min.y, max.y));
        let width = (max.x - min.x).max(max.y - min.y);
        self.build(0, self.bodies.len(), Square { center, width }, MAX_DEPTH);
    }

    /// Calls `visit(id, field)` once for each body, `id` being its place
    /// in the slice the tree was built from.
    ///
    /// The field at p is the sum over all other bodies q of (p − q) / (|p − q|² + `softening`²): it points
    /// away from the others and falls with the distance; `softening` (above zero) bounds what near bodies do,
    /// and coincident ones do nothing. The order of the calls is the tree's.
    /// O(n log n) for `theta` above zero.
    pub fn for_each_field(&self, softening: f64, mut visit: impl FnMut(u32, Vec2)) {
        let soft_squared = softening * softening;
        for (slot, body) in (0u32..).zip(&self.bodies) {
            visit(body.id, self.field(slot, body.place, soft_squared));
        }
    }

    fn field(&self, slot: u32, at: Point, soft_squared: f64) -> Vec2 {
        let mut sum = Vec2::default();
        let mut here = 0;
        while let Some(cell) = self.cells.get(here) {
            let way = at - cell.center;
            let squared = way.length_squared();
            let is_own = slot >= cell.first && slot < cell.end;
            if squared > cell.far_squared && !is_own {
                sum = sum + way * (cell.mass / (squared + soft_squared));
                here = cell.next as usize;
            } else if cell.next as usize == here + 1 {
                for body in &self.bodies[cell.first as usize..cell.end as usize] {
                    let way = at - body.place;
                    sum = sum + way * (1.0 / (way.length_squared() + soft_squared));
                }
                here += 1;
            } else {
                here += 1;
            }
        }
        sum
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "bodies are counted in u32"
    )]
    fn build(&mut self, first: usize, end: usize, square: Square, depth: u32) {
        let here = self.cells.len();
        let mut total = Vec2::default();
        for body in &self.bodies[first..end] {
            total = total + body.place.to_vec();
        }
        let mean = total / (end - first) as f64;
        self.cells.push(Cell {
            center: Point::new(mean.x, mean.y),
            mass: (end - first) as f64,
            far_squared: square.width * square.width * self.inverse_theta_squared,
            first: first as u32,
            end: end as u32,
            next: here as u32 + 1,
        });
        if end - first <= LEAF_LEN || depth == 0 {
            return;
        }
        let middle = square.center;
        let below = first + partition(&mut self.bodies[first..end], |p| p.y < middle.y);
        for (first, end, down) in [(first, below, -1.0), (below, end, 1.0)] {
            let right = first + partition(&mut self.bodies[first..end], |p| p.x < middle.x);
            for (first, end, across) in [(first, right, -1.0), (right, end, 1.0)] {
                if first < end {
                    let way = Vec2::new(across, down) * (square.width / 4.0);
                    self.build(
                        first,
                        end,
                        Square { center: middle + way, width: square.width / 2.0 },
                        depth - 1,
                    );
                }
            }
        }
        self.cells[here].next = self.cells.len() as u32;
    }
}

#[derive(Clone, Copy, Debug)]
struct Square {
    center: Point,
    width: f64,
}

/// Moves the bodies for which `is_first` holds to the front; gives their number.
/// Not stable, but the same every time.
fn partition(bodies: &mut [Body], is_first: impl Fn(Point) -> bool) -> usize {
    let mut len = 0;
    for i in 0..bodies.len() {
        if is_first(bodies[i].place) {
            bodies.swap(i, len);
            len += 1;
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SOFTENING: f64 = 4.0;

    fn fields(places: &[Point], theta: f64) -> Vec<Vec2> {
        let mut tree = Quadtree::new(theta);
        tree.rebuild(places);
        let mut fields = vec![Vec2::new(f64::NAN, f64::NAN); places.len()];
        tree.for_each_field(SOFTENING, |id, field| fields[id as usize] = field);
        fields
    }

    /// The exact field at the `i`th place, and the sum of the lengths of what it is made of.
    fn brute_force(places: &[Point], i: usize) -> (Vec2, f64) {
        let parts = places
            .iter()
            .map(|&q| (places[i] - q) / ((places[i] - q).length_squared() + SOFTENING * SOFTENING));
        parts.fold((Vec2::default(), 0.0), |(sum, lengths), part| (sum + part, lengths + part.length()))
    }

    fn any_places() -> impl Strategy<Value = Vec<Point>> {
        // A coarse grid on part of the plane, so that many places coincide or line up.
        let fine = (-500.0..500.0, -200.0..200.0).prop_map(|(x, y)| Point::new(x, y));
        let coarse =
            (-5i32..5, -5i32..5).prop_map(|(x, y)| Point::new(f64::from(x) * 20.0, f64::from(y) * 20.0));
        proptest::collection::vec(prop_oneof![3 => fine, 1 => coarse], 1..300)
    }

    /// The errors of all fields, each as a share of the lengths of what the field is made of.
    fn errors(places: &[Point], theta: f64) -> Vec<f64> {
        let error = |(i, field): (usize, Vec2)| {
            let (exact, lengths) = brute_force(places, i);
            (field + -exact).length() / lengths.max(1e-9)
        };
        fields(places, theta).into_iter().enumerate().map(error).collect()
    }

    #[test]
    fn no_bodies_have_no_field_and_one_body_has_none_either() {
        assert_eq!(fields(&[], 0.9), []);
        assert_eq!(fields(&[Point::new(3.0, 4.0)], 0.9), [Vec2::default()]);
    }

    #[test]
    fn two_bodies_push_each_other_apart_equally() {
        let [left, right] = fields(&[Point::new(0.0, 0.0), Point::new(8.0, 0.0)], 0.9)[..] else {
            panic!("two fields")
        };
        assert_eq!((left, right), (Vec2::new(-0.1, 0.0), Vec2::new(0.1, 0.0)));
    }

    #[test]
    fn a_thousand_coincident_bodies_end_the_build_and_do_nothing() {
        assert!(fields(&[Point::new(7.0, 7.0); 1000], 0.9).iter().all(|field| *field == Vec2::default()));
    }

    #[test]
    fn a_tree_built_again_forgets_what_it_held() {
        let mut tree = Quadtree::new(0.9);
        tree.rebuild(&[Point::new(0.0, 0.0); 40]);
        tree.rebuild(&[Point::new(0.0, 0.0), Point::new(8.0, 0.0)]);
        let mut seen = Vec::new();
        tree.for_each_field(SOFTENING, |id, field| seen.push((id, field.x)));
        seen.sort_by_key(|&(id, _)| id);
        assert_eq!(seen, [(0, -0.1), (1, 0.1)]);
    }

    proptest! {
        #[test]
        fn without_an_opening_angle_the_sum_is_exact(places in any_places()) {
            prop_assert!(errors(&places, 0.0).iter().all(|&error| error < 1e-9));
        }

        #[test]
        fn with_one_no_error_is_above_a_quarter_of_all_pushes_and_their_mean_not_above_a_twentieth(
            places in any_places(),
        ) {
            let errors = errors(&places, 0.9);
            prop_assert!(errors.iter().all(|&error| error < 0.25), "{errors:?}");
            #[expect(clippy::cast_precision_loss, reason = "counts of a test are small")]
            let mean = errors.iter().sum::<f64>() / errors.len() as f64;
            prop_assert!(mean < 0.05, "{mean}");
        }
    }
}
