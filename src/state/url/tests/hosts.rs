//! What hosts say in the address, and what they add to it that is not for the page.

use super::*;
use crate::state::Parts;

/// Keys that hosts, trackers and programs add to addresses, with a value as it comes.
const FOREIGN: [&str; 41] = [
    "amp=1",
    "?secret=aB3dE5fG7h",
    "utm_source=newsletter&utm_medium=email&utm_campaign=2026-11",
    "fbclid=IwAR0x_y-z",
    "gclid=EAIaIQobChMI",
    "gbraid=0AAAA",
    "wbraid=CjgK",
    "dclid=x",
    "msclkid=00aa",
    "twclid=2-1",
    "ttclid=E.C.P",
    "li_fat_id=1",
    "igshid=MDJm&igsh=x",
    "mc_cid=12ab&mc_eid=UNIQID",
    "_ga=2.1.3.4&_gl=1*abc*_ga*x",
    "_hsenc=p2A&_hsmi=7",
    "mkt_tok=NTg5",
    "yclid=5",
    "srsltid=AfmB",
    "ref=hackernews&ref_src=twsrc%5Etfw",
    "source=share&share=1&si=x",
    "xtor=RSS-1",
    "Echobox=1587",
    "at_medium=custom7&at_campaign=64",
    "usqp=mq331AQIUAKwASCAAgM%3D&amp_js_v=0.1&output=amp",
    "viewerUrl=https%3A%2F%2Fwww.google.com%2Famp&origin=https%3A%2F%2Fwww.google.com&csi=0&visibilityState=prerender&p2r=0",
    "referrer=https%3A%2F%2Fnews.example&aoh=17&amp_gsa=1&amp_lite&amp_ct=3",
    "CMP=Share_iOSApp_Other&smid=nytcore&cmpid=x&ICID=ref",
    "fb_action_ids=1&fb_ref=x&__twitter_impression=true&outputType=amp",
    "guccounter=1&guce_referrer=aHR0&guce_referrer_sig=AQAA",
    "oly_enc_id=1&vero_id=2&wickedid=3&rb_clickid=4&s_cid=5",
    "PageSpeed=noscript&Itemid=12",
    "gsc.tab=0",
    "google_vignette",
    "_=_",
    "~/x",
    "!/page/2",
    "top",
    "comment-7",
    "=&&==",
    "%E0%A4%A=%%",
];

#[test]
fn foreign_keys_are_nobodys_business_and_stay_in_the_address() {
    let record = islands();
    let mut count = 0;
    for (ours, shown) in
        [("", ""), ("select=ada-south", "select=ada-south"), ("embed&view=list", "view=list")]
    {
        for foreign in FOREIGN {
            for mixed in [format!("{ours}&{foreign}"), format!("{foreign}&{ours}")] {
                check(&mixed, "", if ours.starts_with("embed") { "" } else { shown }, &[]);
                check("", &mixed, shown, &[]);
                let decoded = decode(&record, "", &mixed);
                let written = with_foreign(encode(&record, &decoded.view), &decoded.foreign);
                let kept: Vec<&str> = foreign.split('&').filter(|pair| !pair.is_empty()).collect();
                assert_eq!(
                    kept.iter().filter(|pair| !written.split('&').any(|it| it == **pair)).count(),
                    0,
                    "#{mixed}: #{written}"
                );
                let again = decode(&record, "", &written);
                assert_eq!(
                    (&again.view, &again.foreign),
                    (&decoded.view, &decoded.foreign),
                    "#{mixed}: #{written}"
                );
                count += 2;
            }
        }
    }
    assert!(count > 100, "{count}");
    // A wrong value of a key of ours is named beside them.
    let nobody = "The address asks for select “nobody”: the record holds no such event or actor.";
    check("", "amp=1&select=nobody", "", &[nobody]);
    // Words that a search engine asks to mark, where the browser leaves them in.
    check("", "select=ada-south:~:text=two%20boats&text=x", "select=ada-south", &[]);
    assert_eq!(decode(&record, "", ":~:text=select=nobody").foreign, "");
}

/// Checks what the host of a frame has chosen by a query, and what is said of it.
#[track_caller]
fn check_frame(query: &str, expected: Frame, said: &[&str]) {
    let decoded = decode(&islands(), query, "");
    assert_eq!(decoded.frame, expected, "?{query}");
    assert_eq!(decoded.problems, said, "?{query}");
}

#[test]
fn the_host_of_a_frame_chooses_header_title_and_parts_by_the_query() {
    let alone = Frame::default();
    let framed = Frame { is_embedded: true, ..alone };
    check_frame("", alone, &[]);
    for query in ["embed", "embed=", "embed=1", "embed=on", "utm_source=x&embed", "embed&view=both&title=on"]
    {
        check_frame(query, framed, &[]);
    }
    for word in ["true", "yes", "TRUE", "True", "YES", "On", "1", "%31", "", " on"] {
        check_frame(&format!("embed={word}"), framed, &[]);
        check_frame(&format!("embed&title={word}"), framed, &[]);
    }
    for word in ["false", "no", "FALSE", "No", "OFF", "0"] {
        check_frame(&format!("embed={word}"), alone, &[]);
        check_frame(&format!("embed&title={word}"), Frame { is_untitled: true, ..framed }, &[]);
    }
    for query in ["EMBED", "Embed=True", "embed=y", "embed=embed", "embed=enabled", "EMBED=1&VIEW=both"] {
        check_frame(query, framed, &[]);
    }
    check_frame(
        "Embed&View=timeline&Title=No",
        Frame { is_untitled: true, parts: Parts::Timeline, ..framed },
        &[],
    );
    check_frame("embed=n&View=timeline", alone, &[]);
    // Written into HTML twice.
    check_frame(
        "amp;embed&amp;view=graph&amp;title=off",
        Frame { is_untitled: true, parts: Parts::Graph, ..framed },
        &[],
    );
    check_frame("embed=off&title=off", alone, &[]);
    check_frame("title=off&embed", Frame { is_untitled: true, ..framed }, &[]);
    check_frame("embed&title=0&view=graph", Frame { is_untitled: true, parts: Parts::Graph, ..framed }, &[]);
    check_frame("view=timeline", Frame { parts: Parts::Timeline, ..alone }, &[]);
    check_frame("view=list&embed", Frame { parts: Parts::List, ..framed }, &[]);
    // What pym.js adds.
    check_frame(
        "embed&initialWidth=700&childId=a&parentTitle=T&parentUrl=http%3A%2F%2Fa.example%2F",
        framed,
        &[],
    );
}

#[test]
fn what_is_no_frame_is_told_and_the_page_stands_as_without_it() {
    let alone = Frame::default();
    let framed = Frame { is_embedded: true, ..alone };
    let switch = |key, value| format!("The address asks for {key} “{value}”: known are on and off.");
    check_frame("embed=maybe", alone, &[&switch("embed", "maybe")]);
    check_frame("embed&title=<b>", framed, &[&switch("title", "<b>")]);
    let views = "known are timeline, graph, both, list, ladder, details, actors and claims";
    check_frame(
        "embed&view=__proto__",
        framed,
        &[&format!("The address asks for view “__proto__”: {views}.")],
    );
    // Another's key, on a page by itself.
    check_frame("title=An+article", alone, &[]);
    // Only the query speaks for the host.
    for (fragment, num_problems) in [("embed", 0), ("title=off", 0), ("view=timeline", 1)] {
        let decoded = decode(&islands(), "", fragment);
        assert_eq!((decoded.frame, decoded.problems.len()), (alone, num_problems), "#{fragment}");
    }
}
