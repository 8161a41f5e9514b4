//! Every kind of broken file: what is edited in the small record, and all that the check says then.

use super::{doubts, edited, lines};

/// A test for each row: its name, the edits (old text, new text), the lines of the check.
macro_rules! broken {
    ($($name:ident: $([$old:expr => $new:expr])+ => $($line:expr),+;)*) => {
        $(#[test]
        fn $name() {
            assert_eq!(lines(&edited(&[$(($old, $new)),+])), [$($line),+]);
        })*
    };
}

broken! {
    json_that_does_not_parse_is_told_with_line_and_column:
        [r#""version": 1,"# => r#""version": 1"#]
        => "line 4, column 2: not JSON: a comma is missing here, or before it";
    a_number_too_large_for_any_computer_is_not_json:
        [r#""value": 2"# => r#""value": 1e999"#]
        => "line 71, column 48: not JSON: number out of range";
    an_unknown_key_is_told_with_the_one_that_was_meant:
        [r#""summary": "Two"# => r#""sumary": "Two"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": unknown key "sumary" (did you mean "summary"?)"#,
           r#"events[1] "2020-03-01-lighthouse-dark": missing key "summary""#;
    an_unknown_key_of_the_file_is_refused:
        [r#""version": 1,"# => r#""version": 1, "author": {"a": [1]},"#]
        => r#"unknown key "author""#;
    a_key_that_stands_twice_is_refused:
        [r#""importance": 5,"# => r#""importance": 5, "importance": 4,"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": key "importance" stands twice"#;
    a_missing_key_is_one_problem_and_not_also_others:
        [r#""date": "2020-03-01T22:30+12:00","# => ""]
        => r#"events[1] "2020-03-01-lighthouse-dark": missing key "date""#;
    a_missing_list_is_one_problem_and_not_one_for_each_id_in_it:
        ["\"actors\": [\n" => "\"actor\": [\n"]
        => r#"missing key "actors""#,
           r#"unknown key "actor" (did you mean "actors"?)"#;
    a_wrong_type_is_refused:
        [r#""title": "The court opened a case""# => r#""title": ["The court"]"#]
        => r#"events[2] "2020-03-court-opened-case": title: must be a text, is a list"#;
    a_number_as_text_is_refused:
        [r#""importance": 5"# => r#""importance": "5""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": importance: must be a whole number, is a text"#;
    half_an_importance_is_refused:
        [r#""importance": 5"# => r#""importance": 4.5"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": importance: must be a whole number, is the number 4.5"#;
    null_is_not_a_way_to_leave_a_key_out:
        [r#""parent": "north-island""# => r#""parent": null"#]
        => r#"actors[1] "north-fleet": parent: must be a text, is null (leave an optional key out)"#;
    a_record_that_is_no_object_is_refused:
        [r#"{"id": "diplomatic", "name": "Diplomatic"}"# => r#"{"id": "diplomatic", "name": "Diplomatic"}, 7"#]
        => "domains[2]: must be an object, is the number 7";
    another_version_is_refused:
        [r#""version": 1"# => r#""version": 2"#]
        => "version: this program reads version 1, not 2";
    the_thirtieth_of_february_is_no_date:
        ["\"date\": \"2020-03-02\",\n" => "\"date\": \"2020-02-30\",\n"]
        => r#"events[0] "2020-03-02-note-of-protest": date: "2020-02-30" is not a date: February 2020 has 29 days"#;
    a_time_without_its_offset_is_no_date:
        ["T22:30+12:00" => "T22:30"]
        => r#"events[1] "2020-03-01-lighthouse-dark": date: "2020-03-01T22:30" is not a date: a time needs its offset from UTC, such as +03:00 or Z"#;
    an_interval_that_ends_before_it_starts_is_refused:
        [r#""2015~/2021", "note""# => r#""2021/2015", "note""#]
        => r#"relations[0] "ada-south heads south-island": when: "2021/2015" ends before it starts"#;
    an_unknown_word_for_a_kind_is_told_with_the_one_that_was_meant:
        [r#""kind": "person""# => r#""kind": "persons""#]
        => r#"actors[3] "ada-south": kind: unknown word "persons" (did you mean "person"?)"#;
    an_unknown_kind_of_relation_is_refused:
        [r#""kind": "hostile-to""# => r#""kind": "friend-of""#]
        => r#"relations[1] "north-island friend-of south-island": kind: "friend-of" is none of part-of, commands, heads, successor-of, backs, ally-of, hostile-to, party-to, withdrew-from, sanctions, designated-terrorist, hosts-forces-of, represents, mediates"#;
    an_unknown_status_is_refused:
        [r#""status": "disputed""# => r#""status": "Disputed""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": claims[0].status: unknown word "Disputed" (did you mean "disputed"?)"#;
    an_unknown_actor_is_told_with_the_one_that_was_meant:
        [r#""initiators": ["north-fleet"]"# => r#""initiators": ["north-flete"]"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": initiators: no actor "north-flete" (did you mean "north-fleet"?)"#;
    an_unknown_event_is_told_with_the_one_that_was_meant:
        [r#""responds_to": ["2020-03-01-lighthouse-dark"]"# => r#""responds_to": ["2020-03-01-dark"]"#]
        => r#"events[0] "2020-03-02-note-of-protest": responds_to: no event "2020-03-01-dark" (did you mean "2020-03-01-lighthouse-dark"?)"#;
    an_unknown_side_is_refused:
        [r#""side": "other""# => r#""side": "others""#]
        => r#"actors[4] "harbour-court": side: no side "others" (did you mean "other"?)"#;
    an_unknown_domain_is_refused:
        [r#""domain": "maritime""# => r#""domain": "cyber""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": domain: no domain "cyber" (there are "maritime" and "diplomatic")"#;
    an_unknown_place_is_refused:
        [r#""place": "north-town""# => r#""place": "north-towm""#]
        => r#"events[0] "2020-03-02-note-of-protest": place: no place "north-towm" (did you mean "north-town"?)"#;
    an_unknown_source_is_refused:
        [r#""The lamp was old.", "status": "unverified", "sources": ["gazette-2020-03-01"]"# => r#""The lamp was old.", "status": "unverified", "sources": ["gazette"]"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": claims[1].sources: no source "gazette" (did you mean "gazette-2020-03-01"?)"#;
    unknown_actors_are_found_wherever_they_stand:
        [r#"{"actor": "north-island""# => r#"{"actor": "x1""#]
        [r#""by": "ada-south""# => r#""by": "x2""#]
        [r#""parent": "north-island""# => r#""parent": "x3""#]
        [r#""target": "south-island", "kind": "heads""# => r#""target": "x4", "kind": "heads""#]
        [r#""actors": ["north-fleet"]"# => r#""actors": ["x5"]"#]
        => r#"actors[1] "north-fleet": parent: no actor "x3""#,
           r#"relations[0] "ada-south heads x4": target: no actor "x4""#,
           r#"events[1] "2020-03-01-lighthouse-dark": others[0].actor: no actor "x1""#,
           r#"events[1] "2020-03-01-lighthouse-dark": claims[0].by: no actor "x2""#,
           r#"stories[0] "one-night": steps[0].actors: no actor "x5""#;
    an_id_that_is_taken_is_refused:
        [r#""sides": ["# => r#""sides": [ {"id": "north", "name": "N", "short": "N"},"#]
        => r#"sides[1] "north": id: "north" is also the id of entry 0 of the list"#;
    an_id_with_capitals_or_spaces_is_refused:
        [r#""id": "one-night""# => r#""id": "One_Night""#]
        => r#"stories[0] "One_Night": id: "One_Night" is not small letters, digits and single hyphens (did you mean "one-night"?)"#;
    the_same_actor_twice_in_a_list_is_refused:
        [r#"["ada-south", "south-island"]"# => r#"["ada-south", "ada-south"]"#]
        => r#"events[0] "2020-03-02-note-of-protest": initiators: "ada-south" stands twice in the list"#;
    the_same_source_twice_does_not_count_as_two:
        [r#""sources": ["gazette-2020-03-01", "herald-2020-03-02"]"# => r#""sources": ["gazette-2020-03-01", "gazette-2020-03-01"]"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": sources: "gazette-2020-03-01" stands twice in the list"#,
           r#"events[1] "2020-03-01-lighthouse-dark": sources: importance 4 and 5 need sources of two publishers, all are of "Island Gazette""#;
    a_relation_to_itself_is_refused:
        [r#""target": "south-island", "kind": "hostile-to""# => r#""target": "north-island", "kind": "hostile-to""#]
        => r#"relations[1] "north-island hostile-to north-island": target: "north-island" leads back to itself"#;
    a_circle_of_answers_is_named_once:
        [r#""others": [{"# => r#""responds_to": ["2020-03-court-opened-case"], "others": [{"#]
        => r#"events[0] "2020-03-02-note-of-protest": responds_to: a circle: "2020-03-02-note-of-protest" → "2020-03-01-lighthouse-dark" → "2020-03-court-opened-case" → "2020-03-02-note-of-protest""#;
    a_circle_of_parents_is_named_once:
        [r#""kind": "state", "side": "north","# => r#""kind": "state", "side": "north", "parent": "north-fleet","#]
        => r#"actors[0] "north-island": parent: a circle: "north-island" → "north-fleet" → "north-island""#;
    an_event_may_not_answer_itself:
        [r#""others": [{"# => r#""responds_to": ["2020-03-01-lighthouse-dark"], "others": [{"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": responds_to: "2020-03-01-lighthouse-dark" leads back to itself"#;
    an_answer_before_what_it_answers_is_refused:
        ["\"date\": \"2020-03-02\",\n" => "\"date\": \"2020-02-27\",\n"]
        => r#"events[0] "2020-03-02-note-of-protest": responds_to: is over before "2020-03-01-lighthouse-dark", which it answers, begins"#;
    an_unknown_cameo_code_is_told_with_its_root:
        [r#""cameo": "171""# => r#""cameo": "179""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": cameo: no CAMEO code "179" (did you mean "17"?)"#;
    a_latitude_off_the_globe_is_refused:
        [r#""lat": -12.5"# => r#""lat": -91"#]
        => r#"places[0] "lighthouse": lat: -91 is not between -90 and 90"#;
    a_longitude_off_the_globe_is_refused:
        [r#""lon": 179.25"# => r#""lon": 180.5"#]
        => r#"places[0] "lighthouse": lon: 180.5 is not between -180 and 180"#;
    half_a_coordinate_is_refused:
        [r#""lat": -12.5, "# => ""]
        => r#"places[0] "lighthouse": "lat" is missing: give both lat and lon, or neither"#;
    a_country_is_two_capital_letters:
        [r#""NZ""# => r#""nz""#]
        => r#"places[1] "north-town": country: "nz" is no country code of ISO 3166-1 (did you mean "NZ"?)"#;
    a_script_as_a_link_is_refused:
        [r#""https://almanac.example/""# => r#""javascript:alert(1)""#]
        => r#"sources[2] "almanac": url: "javascript:alert(1)" is not http or https"#;
    a_link_with_user_information_is_refused:
        [r#""https://almanac.example/""# => r#""https://almanac.example@other.example/""#]
        => r#"sources[2] "almanac": url: "https://almanac.example@other.example/" has user information in it"#;
    a_link_without_a_host_is_refused:
        [r#""https://almanac.example/""# => r#""https:///almanac""#]
        => r#"sources[2] "almanac": url: "https:///almanac" has no proper host"#;
    a_link_with_a_space_is_refused:
        [r#""https://almanac.example/""# => r#""https://almanac.example/who is who""#]
        => r#"sources[2] "almanac": url: "https://almanac.example/who is who" has white space in it"#;
    an_empty_text_is_refused:
        [r#""role": "gave the order""# => r#""role": """#]
        => r#"events[1] "2020-03-01-lighthouse-dark": others[0].role: empty text (leave an optional key out)"#;
    a_text_of_spaces_is_refused:
        [r#""later": "The court found two.""# => "\"later\": \" \\t\""]
        => r#"events[1] "2020-03-01-lighthouse-dark": claims[0].later: empty text (leave an optional key out)"#,
           r#"events[1] "2020-03-01-lighthouse-dark": claims[0].later: character U+0009 (tab) is not allowed in text"#;
    a_space_after_a_text_is_refused:
        [r#""North Fleet put out the lighthouse""# => r#""North Fleet put out the lighthouse ""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": title: white space before or after the text"#;
    an_importance_out_of_range_is_refused:
        [r#""importance": 2"# => r#""importance": 6"#]
        => r#"events[2] "2020-03-court-opened-case": importance: 6 is not 1 to 5"#;
    an_event_without_a_source_is_refused:
        ["\"sources\": [\"herald-2020-03-02\"]\n" => "\"sources\": []\n"]
        => r#"events[0] "2020-03-02-note-of-protest": sources: at least 1 source needed, 0 given"#;
    a_claim_and_a_figure_without_a_source_are_refused:
        [r#""The court found two.", "sources": ["herald-2020-03-02", "gazette-2020-03-01"]"# => r#""The court found two.", "sources": []"#]
        [r#""counted by the Gazette", "sources": ["gazette-2020-03-01"]"# => r#""counted by the Gazette", "sources": []"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": figures[0].sources: at least 1 source needed, 0 given"#,
           r#"events[1] "2020-03-01-lighthouse-dark": claims[0].sources: at least 1 source needed, 0 given"#;
    an_actor_and_a_relation_without_a_source_are_refused:
        [r#""It settles quarrels at sea.", "sources": ["almanac"]"# => r#""It settles quarrels at sea.", "sources": []"#]
        [r#""note": "governor", "sources": ["almanac"]"# => r#""note": "governor", "sources": []"#]
        => r#"actors[4] "harbour-court": sources: at least 1 source needed, 0 given"#,
           r#"relations[0] "ada-south heads south-island": sources: at least 1 source needed, 0 given"#;
    an_important_event_needs_two_publishers:
        [r#""publisher": "Southern Herald""# => r#""publisher": "Island Gazette""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": sources: importance 4 and 5 need sources of two publishers, all are of "Island Gazette""#,
           r#"events[1] "2020-03-01-lighthouse-dark": claims[0].sources: a claim that is disputed needs sources of two publishers, one for each voice"#;
    a_bidirectional_override_is_refused:
        ["Nobody was killed." => "Nobody was \\u202etruh."]
        => r#"events[1] "2020-03-01-lighthouse-dark": summary: character U+202E (bidirectional override) is not allowed in text"#;
    a_control_character_is_refused:
        ["Nobody was killed." => "Nobody\\nwas\\u0000killed."]
        => r#"events[1] "2020-03-01-lighthouse-dark": summary: character U+0000 (control character) is not allowed in text"#,
           r#"events[1] "2020-03-01-lighthouse-dark": summary: character U+000A (line break) is not allowed in text"#;
    a_zero_width_space_is_refused_and_shown_escaped:
        [r#""aka": ["The Grey Ships"]"# => "\"aka\": [\"The Grey\u{200b} Ships\"]"]
        => r#"actors[1] "north-fleet": aka[0]: character U+200B (zero-width character) is not allowed in text"#;
    an_id_with_a_hidden_character_is_refused_and_shown_escaped:
        [r#""id": "one-night""# => "\"id\": \"one-\\u202enight\""]
        => "stories[0] \"one-\\u{202e}night\": id: character U+202E (bidirectional override) is not allowed in text";
    markup_is_refused:
        ["Notes were written." => "Notes <a href=x>were</a> written."]
        => r#"stories[0] "one-night": steps[1].text: looks like markup: "<a href=x>" (texts are plain)"#;
    a_source_and_a_place_that_nothing_uses_are_refused:
        [r#""place": "lighthouse","# => ""]
        [r#""places": ["# => r#""places": [ {"id": "nowhere", "name": "Nowhere"},"#]
        ["\"sources\": [\n" => "\"sources\": [ {\"id\": \"leaflet\", \"publisher\": \"P\", \"title\": \"T\", \"grade\": \"digest\", \"url\": \"https://p.example\"},\n"]
        => r#"sources[0] "leaflet": nothing uses this source"#,
           r#"places[0] "nowhere": nothing uses this place"#,
           r#"places[1] "lighthouse": nothing uses this place"#;
    a_language_has_the_form_of_a_tag:
        [r#""lang": "en""# => r#""lang": "english""#]
        => r#"meta: lang: "english" is not a language tag such as "en" or "en-GB""#;
    the_record_is_kept_up_to_a_single_day:
        [r#""updated": "2021-03-01""# => r#""updated": "2021-03""#]
        => r#"meta: updated: "2021-03" is not a date: a single day is wanted, YYYY-MM-DD"#;
    the_opening_is_a_closed_interval:
        ["2020-02-28/2020-03-05" => "2020-02-28/.."]
        => r#"meta: opening: "2020-02-28/.." must go from one day to another ("2019-12-27/2020-01-12")"#;
    the_opening_is_not_a_single_day:
        ["2020-02-28/2020-03-05" => "2020-02-28"]
        => r#"meta: opening: "2020-02-28" must go from one day to another ("2019-12-27/2020-01-12")"#;
    a_negative_figure_is_refused:
        [r#""value": 2"# => r#""value": -2"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": figures[0].value: -2 is negative"#;
    a_step_shows_its_events:
        [r#""view": "2020-02-29/2020-03-02""# => r#""view": "2020-02-01/2020-02-27""#]
        => r#"stories[0] "one-night": steps[0].events: event "2020-03-01-lighthouse-dark" lies outside the view "2020-02-01/2020-02-27""#;
    a_view_has_two_ends:
        [r#""view": "2020-03""# => r#""view": "2020-03/..""#]
        => r#"stories[0] "one-night": steps[1].view: "2020-03/.." must have a start and an end"#;
    a_guided_way_has_a_step:
        ["\"source\": \"Island Gazette, 1 March 2020\",\n" => "\"source\": \"Island Gazette, 1 March 2020\", \"steps\": [] }, {\"id\": \"two\", \"title\": \"T\", \"source\": \"S\",\n"]
        => r#"stories[0] "one-night": steps: at least 1 step needed, 0 given"#;
    a_headline_too_long_for_its_place_is_refused:
        [r#""title": "The court opened a case""# => r#""title": "The court opened a case, and then another one, and then one more, and so on for a very long time""#]
        => r#"events[2] "2020-03-court-opened-case": title: 96 characters, at most 90 are allowed"#;
    a_country_is_one_of_the_standards_list:
        [r#""NZ""# => r#""UK""#]
        => r#"places[1] "north-town": country: "UK" is no country code of ISO 3166-1 (did you mean "GB"?)"#;
    a_country_that_is_nowhere_is_refused:
        [r#""NZ""# => r#""XX""#]
        => r#"places[1] "north-town": country: "XX" is no country code of ISO 3166-1"#;
    what_is_there_is_listed_where_nothing_is_near:
        [r#""side": "other""# => r#""side": "elsewhere""#]
        => r#"actors[4] "harbour-court": side: no side "elsewhere" (there are "north", "south" and "other")"#;
    capitals_are_no_other_name:
        [r#""side": "other""# => r#""side": "OTHER""#]
        => r#"actors[4] "harbour-court": side: no side "OTHER" (did you mean "other"?)"#;
    an_event_and_an_actor_of_one_id_are_refused_with_both_places:
        [r#""id": "2020-03-court-opened-case""# => r#""id": "harbour-court""#]
        => r#"events[2] "harbour-court": id: "harbour-court" is also the id of actors[4]: addresses hold both alike"#;
    an_event_later_than_the_record_is_refused:
        [r#""date": "2020-03~""# => r#""date": "2021-04""#]
        => r#"events[2] "2020-03-court-opened-case": date: is later than the record, which is kept to 2021-03-01 (meta.updated)"#;
    a_source_later_than_the_record_is_refused:
        [r#""date": "2020-03"}"# => r#""date": "2021-03-04"}"#]
        => r#"sources[1] "herald-2020-03-02": date: is later than the record, which is kept to 2021-03-01 (meta.updated)"#;
    a_disputed_claim_needs_two_voices:
        [r#""later": "The court found two.", "sources": ["herald-2020-03-02", "gazette-2020-03-01"]"# => r#""later": "The court found two.", "sources": ["herald-2020-03-02"]"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": claims[0].sources: a claim that is disputed needs sources of two publishers, one for each voice"#;
    a_date_as_sheets_write_it_is_told_how_to_write:
        ["\"date\": \"2020-03-02\",\n" => "\"date\": \"13/03/2020\",\n"]
        => r#"events[0] "2020-03-02-note-of-protest": date: "13/03/2020" is not a date: looks like day/month/year: write 2020-03-13"#;
    a_line_break_in_a_text_is_called_so:
        ["Nobody was killed." => "Nobody\\nwas killed."]
        => r#"events[1] "2020-03-01-lighthouse-dark": summary: character U+000A (line break) is not allowed in text"#;
    a_text_over_two_lines_is_told_in_words:
        ["Nobody was killed." => "Nobody\nwas killed."]
        => "line 64, column 0: not JSON: a text goes on over the end of its line, or holds a tab: write it on one line, with spaces";
    a_comment_is_told_in_words:
        ["\"version\": 1," => "// the form\n \"version\": 1,"]
        => "line 3, column 2: not JSON: JSON has no comments";
    a_number_that_is_none_is_told_in_words:
        ["\"value\": 2" => "\"value\": NaN"]
        => "line 71, column 44: not JSON: no such number: NaN and Infinity are not in JSON";
    a_comma_too_many_is_told_in_words:
        ["\"place\": \"north-town\",\n" => "\"place\": \"north-town\",,\n"]
        => "line 52, column 26: not JSON: a key in double quotes is wanted here";
    a_consequence_is_an_earlier_event:
        ["\"importance\": 5," => "\"importance\": 5, \"follows\": [\"2020-03-02-note-of-protest\"],"]
        [r#""responds_to": ["2020-03-01-lighthouse-dark"]"# => r#""responds_to": []"#]
        [r#""responds_to": ["2020-03-02-note-of-protest", "2020-03-01-lighthouse-dark"]"# => r#""responds_to": []"#]
        ["\"date\": \"2020-03-02\",\n" => "\"date\": \"2020-03-03\",\n"]
        => r#"events[1] "2020-03-01-lighthouse-dark": follows: is over before "2020-03-02-note-of-protest", which it follows, begins"#;
    an_answer_is_no_consequence_too:
        [r#""responds_to": ["2020-03-01-lighthouse-dark"]"# => r#""responds_to": ["2020-03-01-lighthouse-dark"], "follows": ["2020-03-01-lighthouse-dark"]"#]
        => r#"events[0] "2020-03-02-note-of-protest": follows: "2020-03-01-lighthouse-dark" stands under "responds_to" too: an answer is no consequence"#;
    answers_and_consequences_make_no_circle:
        ["\"importance\": 5," => "\"importance\": 5, \"follows\": [\"2020-03-court-opened-case\"],"]
        [r#""responds_to": ["2020-03-02-note-of-protest", "2020-03-01-lighthouse-dark"]"# => r#""responds_to": ["2020-03-01-lighthouse-dark"]"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": follows: a circle: "2020-03-01-lighthouse-dark" → "2020-03-court-opened-case" → "2020-03-01-lighthouse-dark""#;
    the_lowest_count_is_not_above_the_highest:
        [r#""low": 1"# => r#""low": 4"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": casualties[0]: low is 4 and high only 3"#;
    a_row_of_nobody_is_left_out:
        [r#""low": 1, "high": 3"# => r#""low": 0, "high": 0"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": casualties[0]: nobody is counted: leave the row out"#;
    nobody_is_hurt_less_than_not_at_all:
        [r#""low": 1"# => r#""low": -1"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": casualties[0].low: -1 is negative"#;
    the_same_people_are_not_counted_twice:
        [r#""casualties": ["# => r#""casualties": [
    {"kind": "injured", "who": "keepers of the light", "side": "south", "status": "unknown", "low": 2, "high": 2, "by": "the Gazette", "sources": ["gazette-2020-03-01"]},"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": casualties[1]: the same people stand in casualties[0]: give one row, from low to high"#;
    casualties_rest_on_a_source:
        [r#""sources": ["almanac", "herald-2020-03-02"]}
   ]"# => r#""sources": []}
   ]"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": casualties[0].sources: at least 1 source needed, 0 given"#;
    casualties_are_of_a_known_kind:
        [r#""kind": "injured""# => r#""kind": "wounded""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": casualties[0].kind: "wounded" is none of killed, injured"#;
    a_correction_says_what_was_corrected:
        ["The hour was corrected from 21:30 to 22:30." => "The hour."]
        => r#"events[1] "2020-03-01-lighthouse-dark": revised[0].what: 9 characters, at least 20 are needed"#;
    a_correction_has_its_day:
        [r#""date": "2021-02-01""# => r#""date": "2021-02""#]
        => r#"events[1] "2020-03-01-lighthouse-dark": revised[0].date: "2021-02" is not a date: a single day is wanted, YYYY-MM-DD"#;
    a_source_says_what_kind_of_publication_it_is:
        [r#""grade": "reference", "# => ""]
        => r#"sources[2] "almanac": missing key "grade""#;
    an_important_event_has_a_short_headline:
        [r#""short": "Lighthouse put out by the Fleet","# => ""]
        => r#"events[1] "2020-03-01-lighthouse-dark": short: importance 4 and 5 need a headline of at most 32 characters"#;
    a_figure_says_who_counted:
        [r#""note": "counted by the Gazette", "# => ""]
        => r#"events[1] "2020-03-01-lighthouse-dark": figures[0]: missing key "note""#;
    an_unknown_grade_is_refused:
        [r#""grade": "reference""# => r#""grade": "blog""#]
        => r#"sources[2] "almanac": grade: "blog" is none of official, agency, newspaper, reference, digest"#;
    a_title_is_described_or_not:
        [r#""described": true"# => r#""described": "yes""#]
        => r#"sources[1] "herald-2020-03-02": described: must be true or false, is a text"#;
    a_short_headline_is_short:
        ["Lighthouse put out by the Fleet" => "The lighthouse was put out by the Fleet"]
        => r#"events[1] "2020-03-01-lighthouse-dark": short: 39 characters, at most 32 are allowed"#;
    nobodys_side_stands_last:
        [r#"{"id": "south", "name""# => r#"{"id": "unattributed", "name": "Unknown hands", "short": "Unknown"}, {"id": "south", "name""#]
        => r#"sides[1] "unattributed": "unattributed" must be the last side, behind the two adversaries"#;
}

/// A test for each row: its name, the edits, what the check doubts in a file that it lets through.
macro_rules! doubted {
    ($($name:ident: $([$old:expr => $new:expr])+ => $($line:expr),*;)*) => {
        $(#[test]
        fn $name() {
            assert_eq!(doubts(&edited(&[$(($old, $new)),+])), [$($line),*] as [&str; _]);
        })*
    };
}

doubted! {
    a_date_of_the_persian_calendar_is_doubted:
        [r#""date": "2020-03~""# => r#""date": "1398-12~""#]
        [r#""responds_to": ["2020-03-02-note-of-protest", "2020-03-01-lighthouse-dark"]"# => r#""responds_to": []"#]
        => r#"events[2] "2020-03-court-opened-case": date: 1398 looks like a year of the Solar Hijri calendar: write the Gregorian date, of 2019 or 2020"#;
    a_date_centuries_from_all_others_is_doubted:
        [r#""date": "2020-03~""# => r#""date": "1720-03~""#]
        [r#""responds_to": ["2020-03-02-note-of-protest", "2020-03-01-lighthouse-dark"]"# => r#""responds_to": []"#]
        => r#"events[2] "2020-03-court-opened-case": date: lies 300 years from every other event; is the year right?"#;
    markdown_is_doubted:
        ["Nobody was killed." => "**Nobody** was killed."]
        => r#"events[1] "2020-03-01-lighthouse-dark": summary: "**Nobody**" is Markdown, which is shown as it stands (texts are plain)"#;
    letters_of_a_wrong_encoding_are_doubted:
        ["Nobody was killed." => "Nobody was killÃ©d."]
        => r#"events[1] "2020-03-01-lighthouse-dark": summary: "Ã©" looks like "é" read in a wrong encoding"#;
    an_actor_that_acts_on_itself_is_doubted:
        [r#""initiators": ["north-fleet"]"# => r#""initiators": ["south-island"]"#]
        => r#"events[1] "2020-03-01-lighthouse-dark": targets: "south-island" acts on itself"#;
    those_who_act_on_each_other_are_not_doubted:
        [r#""initiators": ["north-fleet"]"# => r#""initiators": ["south-island", "north-fleet"]"#]
        [r#""targets": ["south-island"]"# => r#""targets": ["south-island", "north-fleet"]"#]
        => ;
    an_opening_without_events_is_doubted:
        ["2020-02-28/2020-03-05" => "2019-02-28/2019-03-05"]
        => "meta: opening: no event lies in what the timeline shows first";
    more_domains_than_shapes_are_doubted:
        [r#"{"id": "diplomatic", "name": "Diplomatic"}"# => r#"{"id": "diplomatic", "name": "Diplomatic"}, {"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}, {"id": "d", "name": "D"}, {"id": "e", "name": "E"}, {"id": "f", "name": "F"}, {"id": "g", "name": "G"}, {"id": "h", "name": "H"}, {"id": "i", "name": "I"}"#]
        => "domains: 11 domains: from the 11th on they look like others";
    more_sides_than_colours_are_doubted:
        [r#""short": "Others"}"# => r#""short": "Others"}, {"id": "a", "name": "A", "short": "A"}, {"id": "b", "name": "B", "short": "B"}"#]
        => "sides: 5 sides: from the 5th on they look like others";
    an_event_told_twice_is_doubted:
        [r#""date": "2020-03~""# => r#""date": "2020-03-02""#]
        [r#""initiators": ["harbour-court"]"# => r#""initiators": ["ada-south", "south-island", "north-island"]"#]
        => r#"events[0] "2020-03-02-note-of-protest": "2020-03-02-note-of-protest" and "2020-03-court-opened-case" are of one day, one domain and the same actors; are they one event?"#;
}
