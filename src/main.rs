//! Mounts the page, nothing else.

fn main() {
    brink::ui::start();
}
