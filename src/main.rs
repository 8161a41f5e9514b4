//! Mounts the page, and does nothing else.

fn main() {
    brink::ui::start();
}
