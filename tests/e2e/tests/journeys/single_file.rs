//! The page as one file, opened from the disk by a reader without a network.

use e2e::contract::{DETAILS, TIMELINE};
use e2e::{Record, Screen, journeys};

journeys! {
    /// It comes up, shows the opening window and answers a click, asks nobody for anything,
    /// and says nothing went wrong.
    fn the_single_file_opens_from_the_disk_with_the_network_cut(browser) {
        let record = Record::read();
        let file = format!("file://{}", e2e::dist_file("brink.html").display());
        let mut page = browser.offline().open(&file, Screen::DESKTOP);
        page.wait_ready();
        let reached = format!(
            "return fetch('{}', {{ mode: 'no-cors' }}).then(() => 'answered', () => 'cut off')",
            page.address("")
        );
        assert_eq!(page.js(&reached), "cut off", "the network is cut");
        assert!(page.rect(TIMELINE).width > 800.0);
        let shown = page.attributes("[data-event]", "data-event");
        assert!(
            shown.len() > 10 && shown.iter().all(|id| record.event(id).span.meets(record.opening)),
            "{shown:?}"
        );

        page.js(&format!(
            "document.querySelector('[data-event=\"{}\"]').dispatchEvent(new \
                          MouseEvent('click', {{ bubbles: true }}))",
            shown[0]
        ));
        let title = record.event(&shown[0]).title.clone();
        page.eventually("the details", |page| page.texts(&format!("{DETAILS} h2")).contains(&title));
        page.eventually("the address", |page| page.fragment().contains(&shown[0]));
        page.go(&format!("{file}#select={}", shown[1]));
        page.reload();
        page.wait_ready();
        let title = &record.event(&shown[1]).title;
        assert!(page.texts(&format!("{DETAILS} h2")).contains(title), "an address with a selection opens it");

        let asked = page
            .js("return performance.getEntriesByType('resource').map(e => e.name).filter(name => \
             !/^(data|blob):/.test(name))");
        assert_eq!(asked, serde_json::json!([]), "everything is inside");
        assert_eq!(page.requests(), [] as [&str; 0]);
        let complaints: Vec<String> =
            page.console_errors().into_iter().filter(|line| !line.contains("ERR_PROXY")).collect();
        assert_eq!(complaints, [] as [&str; 0]);
    }
}
