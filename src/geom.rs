//! Lengths and places on the screen, in CSS pixels with y pointing down, as in SVG; and [`outline`]s of them.

pub mod outline;

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A place; y points down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Pixels to the right of the origin.
    pub x: f64,
    /// Pixels below the origin.
    pub y: f64,
}

/// The way from one [`Point`] to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vec2 {
    /// Pixels to the right.
    pub x: f64,
    /// Pixels down.
    pub y: f64,
}

/// A width and a height, neither negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Pixels across.
    pub width: f64,
    /// Pixels down.
    pub height: f64,
}

/// An upright rectangle: `min` is its top left corner, `max` its bottom right one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Top left.
    pub min: Point,
    /// Bottom right.
    pub max: Point,
}

/// A direction of the screen, for code that is the same for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// To the right.
    X,
    /// Down.
    Y,
}

impl Axis {
    /// The part of `v` that lies along this axis.
    #[must_use]
    pub const fn along(self, v: Vec2) -> f64 {
        match self {
            Self::X => v.x,
            Self::Y => v.y,
        }
    }
}

impl Point {
    /// A point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The way from the origin to here.
    #[must_use]
    pub const fn to_vec(self) -> Vec2 {
        Vec2 { x: self.x, y: self.y }
    }
}

impl Vec2 {
    /// The vector `x` to the right and `y` down.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Its length.
    #[must_use]
    pub fn length(self) -> f64 {
        self.length_squared().sqrt()
    }

    /// The square of its length, which costs no root.
    #[must_use]
    pub const fn length_squared(self) -> f64 {
        self.x * self.x + self.y * self.y
    }
}

impl Size {
    /// A size of `width` by `height`.
    #[must_use]
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

impl Rect {
    /// The rectangle of `size` whose top left corner is `min`.
    #[must_use]
    pub fn from_min_size(min: Point, size: Size) -> Self {
        Self { min, max: min + Vec2::new(size.width, size.height) }
    }

    /// Whether the insides of both share a point; touching edges do not count.
    ///
    /// ```
    /// use brink::geom::{Point, Rect, Size};
    /// let a = Rect::from_min_size(Point::new(0.0, 0.0), Size::new(10.0, 10.0));
    /// let right_of_a = Rect::from_min_size(Point::new(10.0, 0.0), Size::new(5.0, 5.0));
    /// assert!(a.overlaps(a));
    /// assert!(!a.overlaps(right_of_a));
    /// ```
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Whether `point` lies inside, edges aside.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        self.min.x < point.x && point.x < self.max.x && self.min.y < point.y && point.y < self.max.y
    }

    /// Its width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.max.x - self.min.x
    }

    /// Its height.
    #[must_use]
    pub fn height(self) -> f64 {
        self.max.y - self.min.y
    }

    /// Its middle.
    #[must_use]
    pub fn center(self) -> Point {
        Point::new(f64::midpoint(self.min.x, self.max.x), f64::midpoint(self.min.y, self.max.y))
    }
}

impl Add<Vec2> for Point {
    type Output = Self;

    fn add(self, v: Vec2) -> Self {
        Self::new(self.x + v.x, self.y + v.y)
    }
}

impl Sub for Point {
    type Output = Vec2;

    fn sub(self, from: Self) -> Vec2 {
        Vec2::new(self.x - from.x, self.y - from.y)
    }
}

impl Add for Vec2 {
    type Output = Self;

    fn add(self, v: Self) -> Self {
        Self::new(self.x + v.x, self.y + v.y)
    }
}

impl Neg for Vec2 {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}

impl Mul<f64> for Vec2 {
    type Output = Self;

    fn mul(self, k: f64) -> Self {
        Self::new(self.x * k, self.y * k)
    }
}

impl Div<f64> for Vec2 {
    type Output = Self;

    fn div(self, k: f64) -> Self {
        Self::new(self.x / k, self.y / k)
    }
}

/// `value`, or the nearest of `min` and `max` where it lies beyond them;
/// `min` where they are the wrong way round.
///
/// Unlike [`f64::clamp`] it cannot panic, so no code that prints numbers gets into the wasm.
///
/// ```
/// use brink::geom::clamp;
/// assert_eq!((clamp(5.0, 0.0, 1.0), clamp(f64::NAN, 0.0, 1.0), clamp(5.0, 1.0, 0.0)), (1.0, 1.0, 1.0));
/// ```
#[must_use]
pub const fn clamp(value: f64, min: f64, max: f64) -> f64 {
    value.min(max).max(min)
}

/// `base` to the power of `exponent`, for a base above 0, right to about 1e-15 of its size.
///
/// [`f64::powf`] would add 2 KB to the wasm, where these two are needed anyway.
///
/// ```
/// use brink::geom::power;
/// assert!((power(1.5, -2.5) - 1.5_f64.powf(-2.5)).abs() < 1e-15);
/// ```
#[must_use]
pub fn power(base: f64, exponent: f64) -> f64 {
    (base.log2() * exponent).exp2()
}

/// Writes a coordinate for an SVG attribute: at most two decimals, no trailing zeros, never "-0".
///
/// Not finite values become "0": a wrong place is better than a picture that the browser refuses.
///
/// ```
/// use brink::geom::coord;
/// assert_eq!((coord(1.0), coord(-0.004), coord(12.345_6)), ("1".into(), "0".into(), "12.35".into()));
/// ```
#[must_use]
pub fn coord(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and NaN becomes 0")]
    let hundredths = (value * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        r if r % 10 == 0 => format!("{sign}{whole}.{}", r / 10),
        r => format!("{sign}{whole}.{r:02}"),
    }
}

/// The value of SVG's `transform` that moves what is drawn by these pixels.
#[must_use]
pub fn translate(x: f64, y: f64) -> String {
    let mut place = String::from("translate(");
    place += &coord(x);
    place.push(' ');
    place += &coord(y);
    place.push(')');
    place
}
