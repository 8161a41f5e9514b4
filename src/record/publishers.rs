//! Who published which source. The data has no table of publishers: sources carry only names.

use dataset::model::{Source, SourceIdx};

use super::ids::Ids;

/// Each publisher is named by the first of its sources.
#[derive(Debug)]
pub(super) struct Publishers {
    names: Ids,
    firsts: Vec<SourceIdx>,
}

impl Publishers {
    /// O(n log n).
    pub(super) fn of(sources: &[Source]) -> Self {
        let names = Ids::of(sources.iter().map(|source| source.publisher));
        // Each is found: the names are theirs.
        let firsts = sources.iter().filter_map(|source| find(&names, sources, source.publisher)).collect();
        Self { names, firsts }
    }

    pub(super) fn of_source(&self, source: SourceIdx) -> SourceIdx {
        self.firsts[source.get()]
    }

    /// O(log n); `sources` are those it was made of.
    pub(super) fn by_name(&self, sources: &[Source], name: &str) -> Option<SourceIdx> {
        find(&self.names, sources, name)
    }
}

fn find(names: &Ids, sources: &[Source], name: &str) -> Option<SourceIdx> {
    let nth = names.find(name, &|nth| sources[nth as usize].publisher)?;
    u16::try_from(nth).ok().map(SourceIdx)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::model::Grade;

    fn source(publisher: &'static str) -> Source {
        Source {
            publisher,
            title: "A title",
            described: false,
            grade: Grade::Newspaper,
            url: "https://a.example/",
            date: None,
        }
    }

    #[test]
    fn publishers_are_the_same_when_their_names_are() {
        let sources =
            ["Gazette", "Herald", "Gazette", "gazette", "Herald, citing Gazette", "Herald"].map(source);
        let publishers = Publishers::of(&sources);
        let firsts: Vec<u16> = (0..6).map(|nth| publishers.of_source(SourceIdx(nth)).0).collect();
        assert_eq!(firsts, [0, 1, 0, 3, 4, 1]);
        let found = |name| publishers.by_name(&sources, name).map(|publisher| publisher.0);
        assert_eq!(["Gazette", "gazette", "Herald, citing Gazette"].map(found), [Some(0), Some(3), Some(4)]);
        assert_eq!(["", "Gaz", "GAZETTE"].map(found), [None; 3]);
    }
}
