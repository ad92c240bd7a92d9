//! The documents as they are served: made once for each configuration that comes into force, at the
//! first use under it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{Facts, Shelf};
use crate::domain::settings::LiveSettings;
use crate::http::fixed::Fixed;

/// What was made last.
#[derive(Default)]
pub struct Library(Mutex<Option<Kept>>);

struct Kept {
    /// It is kept, so that no other configuration comes to stand in its place in memory.
    settings: Arc<LiveSettings>,
    edition: Arc<Edition>,
}

/// The documents under one configuration.
pub struct Edition {
    /// The documents.
    pub shelf: Shelf,
    /// Their pages by name, made at the first use.
    pub pages: OnceLock<BTreeMap<String, Fixed>>,
    /// The page that lists them.
    pub index: OnceLock<Fixed>,
    /// Their text by headings.
    pub search: OnceLock<Fixed>,
}

impl Library {
    /// The documents under these settings. Whoever comes while they are made waits for them.
    pub fn edition(&self, settings: &Arc<LiveSettings>) -> Arc<Edition> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = &*kept
            && Arc::ptr_eq(&kept.settings, settings)
        {
            return Arc::clone(&kept.edition);
        }
        let edition = Arc::new(Edition {
            shelf: Shelf::without(&Facts::of(settings), &settings.documents.hidden),
            pages: OnceLock::new(),
            index: OnceLock::new(),
            search: OnceLock::new(),
        });
        *kept = Some(Kept {
            settings: Arc::clone(settings),
            edition: Arc::clone(&edition),
        });
        edition
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_made_once_for_each_configuration() {
        let library = Library::default();
        let (one, same) = (
            Arc::new(LiveSettings::default()),
            Arc::new(LiveSettings::default()),
        );
        let first = library.edition(&one);
        assert!(Arc::ptr_eq(&first, &library.edition(&one)));
        let second = library.edition(&same);
        assert!(!Arc::ptr_eq(&first, &second));
        assert!(Arc::ptr_eq(&second, &library.edition(&same)));
    }
}
