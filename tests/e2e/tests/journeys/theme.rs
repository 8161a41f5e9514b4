//! Light and dark: the reader's choice, and the only thing that is kept.

use e2e::{Page, Screen, journeys};

journeys! {
    /// One button goes through system, light and dark; a choice lasts, and is all that the browser keeps.
    fn the_theme_cycles_and_lasts(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        assert_eq!(kept(&mut page), [] as [&str; 0], "nothing is kept before a choice");
        let [_, system] = theme(&mut page);
        let [_, light] = press(&mut page, "Light");
        assert_eq!(light, system, "the system is set to light");
        let [_, dark] = press(&mut page, "Dark");
        assert_ne!(dark, light);
        let choice = kept(&mut page);
        assert_eq!(choice.len(), 1, "one choice, one entry: {choice:?}");
        page.wait_until("location.hash.includes('theme=dark')", "the theme in the address");
        page.reload();
        page.wait_ready();
        assert_eq!(theme(&mut page), ["Dark".to_owned(), dark.clone()], "it lasts over a reload");
        page.go("?another-visit");
        page.wait_ready();
        assert_eq!(
            theme(&mut page),
            ["Dark".to_owned(), dark],
            "and until the next visit, whatever its address"
        );
        let [_, again] = press(&mut page, "System");
        assert_eq!(again, system);
        assert!(kept(&mut page).len() <= 1);
        page.assert_no_complaints();
    }

    /// A page that is opened at night is dark without a choice, and can be made light.
    fn the_system_decides_until_the_reader_does(browser) {
        let mut page = browser.open("", Screen::DESKTOP.dark());
        page.wait_ready();
        let [name, night] = theme(&mut page);
        assert_eq!(name, "System");
        let [_, light] = press(&mut page, "Light");
        assert_ne!(light, night);
        let [_, dark] = press(&mut page, "Dark");
        assert_eq!(dark, night);
    }
}

/// Presses the button and waits until it names `name`; gives that and the colour of the paper.
fn press(page: &mut Page, name: &str) -> [String; 2] {
    page.click("[aria-label^='Theme']");
    page.wait_until(&format!("document.querySelector(\"[aria-label^='Theme: {name}']\")"), name);
    theme(page)
}

/// The theme that the button names, and the colour of the paper.
fn theme(page: &mut Page) -> [String; 2] {
    let label = page.attributes("[aria-label^='Theme']", "aria-label").concat();
    let name = ["System", "Light", "Dark"].into_iter().find(|name| label.contains(name)).unwrap_or_default();
    let paper = page.js("return getComputedStyle(document.body).backgroundColor");
    [name.to_owned(), paper.as_str().unwrap_or_default().to_owned()]
}

/// What the browser keeps for the page: cookies and entries of its storages.
fn kept(page: &mut Page) -> Vec<String> {
    let all = page.js("return [document.cookie, ...Object.keys(localStorage), \
                 ...Object.keys(sessionStorage)].filter(text => text)");
    all.as_array().into_iter().flatten().map(ToString::to_string).collect()
}
