//! What a key is: one line in `keys.rs` gives its type, default, range and description, and
//! everything else (struct, reader, printer, sample file) is made from that line.

use std::path::Path;

use super::Config;
use super::error::Refused;
use super::setting::{Allowed, Found, Shown};

/// One section of the file.
#[derive(Debug)]
pub(super) struct Section {
    /// Its name, for example `server`.
    pub(super) name: &'static str,
    /// What it is for, line by line.
    pub(super) about: &'static [&'static str],
    /// Its keys, in the order of the file.
    pub(super) keys: &'static [Key],
}

/// One key of a section.
#[derive(Debug)]
pub(super) struct Key {
    /// Its name without the section, for example `drain_seconds`.
    pub(super) name: &'static str,
    /// Its name with the section, for example `server.drain_seconds`.
    pub(super) path: &'static str,
    /// What it does, line by line.
    pub(super) about: &'static [&'static str],
    /// The numbers that it takes; at most one range.
    pub(super) allowed: &'static [Allowed],
    /// The words that it takes, when they are few.
    pub(super) words: fn() -> Vec<&'static str>,
    /// Reads a value into the configuration.
    pub(super) set: fn(&mut Config, &Found<'_>, Option<&Allowed>) -> Result<(), Refused>,
    /// What it is, for people.
    pub(super) kind: fn() -> &'static str,
    /// Writes the value that the configuration has.
    pub(super) show: fn(&Config) -> Shown,
    /// Whether it changes with a reload; otherwise it takes a restart.
    pub(super) is_live: bool,
    /// Whether a value that cannot be used is repeated nowhere.
    pub(super) is_hidden: bool,
    /// The file of a secret that its value names.
    pub(super) secret_file: fn(&Config) -> Option<&Path>,
    /// Takes the value over from another configuration.
    pub(super) copy: fn(&mut Config, &Config),
}

impl Section {
    /// The key of that name.
    pub(super) fn find(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The environment variable that sets the key.
    pub(super) fn variable(&self, key: &Key) -> String {
        format!(
            "{}{}__{}",
            super::read::PREFIX,
            self.name.to_ascii_uppercase(),
            key.name.to_ascii_uppercase()
        )
    }
}

/// Makes the structs, their defaults and the table `SECTIONS` from the list of keys.
macro_rules! sections {
    ($(
        $(#[doc = $about:literal])+
        $section:ident: $name:ident {
            $(
                $(#[doc = $doc:literal])+
                $key:ident: $kind:ty = $default:expr
                    $(=> $from:literal ..= $to:literal $unit:literal)? $(, $live:ident)?;
            )+
        }
    )+) => {
        $(
            $(#[doc = $about])+
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $name {
                $(
                    $(#[doc = $doc])+
                    pub $key: $kind,
                )+
            }

            impl Default for $name {
                fn default() -> Self {
                    Self { $($key: $default,)+ }
                }
            }
        )+

        /// Everything that an operator can set; each value is within its range, and they fit
        /// together.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Config {
            $(
                $(#[doc = $about])+
                pub $section: $name,
            )+
            /// The pricing table, made from `subscriptions`.
            pub tiers: Tiers,
        }

        impl Default for Config {
            fn default() -> Self {
                Self {
                    $($section: $name::default(),)+
                    tiers: Tiers::built_in(),
                }
            }
        }

        /// Every section with every key, in the order of the file.
        pub(super) const SECTIONS: &[Section] = &[$(
            Section {
                name: stringify!($section),
                about: &[$($about),+],
                keys: &[$(
                    Key {
                        name: stringify!($key),
                        path: concat!(stringify!($section), ".", stringify!($key)),
                        about: &[$($doc),+],
                        allowed: &[$(Allowed { from: $from, to: $to, unit: $unit })?],
                        words: <$kind as Setting>::words,
                        kind: <$kind as Setting>::kind,
                        set: |config, found, allowed| {
                            config.$section.$key = Setting::read(found, allowed)?;
                            Ok(())
                        },
                        show: |config| config.$section.$key.show(),
                        is_live: is_live!($($live)?),
                        is_hidden: <$kind as Setting>::IS_HIDDEN,
                        secret_file: |config| config.$section.$key.secret_file(),
                        copy: |into, from| into.$section.$key.clone_from(&from.$section.$key),
                    }
                ),+],
            }
        ),+];
    };
}

/// Whether a line of the list ends with `, live`.
macro_rules! is_live {
    () => {
        false
    };
    (live) => {
        true
    };
}

pub(super) use {is_live, sections};
