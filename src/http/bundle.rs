//! The files that the pages are made of, embedded in the program: our own, those of others, and the
//! icons in one. They are one bundle with one content hash, so that a page and everything it loads
//! are of one build, and may be kept for good. Nothing here reads a disk, also not in a build for
//! development.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use super::documents;
use super::fixed::{Fixed, hex};

/// Our own files.
#[derive(RustEmbed)]
#[folder = "assets/public/"]
struct Public;

/// Files of others, as they were released.
#[derive(RustEmbed)]
#[folder = "assets/vendor/"]
struct Vendor;

/// The folder of the icons among the files of others.
const ICONS: &str = "lucide/";
/// Hexadecimal digits of the content hash.
const HASH_DIGITS: usize = 16;

/// The bundle; made at the first use.
pub fn bundle() -> &'static Bundle {
    static BUNDLE: LazyLock<Bundle> = LazyLock::new(Bundle::embedded);
    &BUNDLE
}

/// All files of the pages.
pub struct Bundle {
    hash: String,
    files: BTreeMap<String, Fixed>,
}

/// A file of the bundle, and whether it was asked for by the content hash.
pub struct Found<'a> {
    pub file: &'a Fixed,
    /// Whether what this address gives never changes.
    pub is_immutable: bool,
}

impl Bundle {
    fn embedded() -> Self {
        let mut files = BTreeMap::new();
        let mut add = |path: String, data: Cow<'static, [u8]>| {
            let media = media_of(&path);
            files.insert(path, Fixed::new(media, data));
        };
        for path in Public::iter() {
            if let Some(file) = Public::get(&path) {
                add(path.into_owned(), file.data);
            }
        }
        // What stands beside the folders is about them.
        for path in Vendor::iter().filter(|path| path.contains('/')) {
            if let Some(file) = Vendor::get(&path) {
                add(format!("vendor/{path}"), file.data);
            }
        }
        for (path, data) in documents::pictures() {
            add(format!("docs/{path}"), data);
        }
        add("icons.svg".to_owned(), Cow::Owned(icons().into_bytes()));
        let mut hash = Sha256::new();
        for (path, file) in &files {
            for part in [path.as_bytes(), file.plain()] {
                hash.update(part.len().to_be_bytes());
                hash.update(part);
            }
        }
        let mut hash = hex(&hash.finalize());
        hash.truncate(HASH_DIGITS);
        Self { hash, files }
    }

    /// A file, by its path or by the content hash and its path.
    pub fn find(&self, path: &str) -> Option<Found<'_>> {
        let under_hash = path
            .strip_prefix(&self.hash)
            .and_then(|rest| rest.strip_prefix('/'));
        let file = self.files.get(under_hash.unwrap_or(path))?;
        Some(Found {
            file,
            is_immutable: under_hash.is_some(),
        })
    }

    /// A page with its files named under the content hash.
    pub fn hashed(&self, page: &str) -> String {
        page.replace("=\"/assets/", &format!("=\"/assets/{}/", self.hash))
    }
}

fn media_of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        // Licences have no extension.
        Some("txt" | "md") | None => "text/plain; charset=utf-8",
        Some(_) => "application/octet-stream",
    }
}

/// All icons in one file, a symbol for each, with the name of its file. How thick its lines are is
/// left to the page.
fn icons() -> String {
    let mut sheet = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for path in Vendor::iter() {
        let name = path
            .strip_prefix(ICONS)
            .and_then(|file| file.strip_suffix(".svg"));
        let symbol = name
            .zip(Vendor::get(&path))
            .and_then(|(name, file)| symbol(name, std::str::from_utf8(&file.data).ok()?));
        if let Some(symbol) = symbol {
            sheet.push_str(&symbol);
        }
    }
    sheet + "</svg>\n"
}

/// An icon as a symbol: what is inside its root, with the root's ways of drawing.
fn symbol(name: &str, icon: &str) -> Option<String> {
    let (_, root) = icon.split_once("<svg")?;
    let (attributes, rest) = root.split_once('>')?;
    let (inside, _) = rest.rsplit_once("</svg>")?;
    let attributes = one_line(attributes);
    let mut symbol = format!("<symbol id=\"{name}\"");
    for kept in [
        " viewBox",
        " fill",
        " stroke",
        " stroke-linecap",
        " stroke-linejoin",
    ] {
        let after = attributes.split_once(&format!("{kept}=\""));
        if let Some(value) = after.and_then(|(_, after)| after.split('"').next()) {
            symbol.extend([kept, "=\"", value, "\""]);
        }
    }
    Some(format!("{symbol}>{}</symbol>\n", one_line(inside).trim()))
}

/// The text with single spaces, one also at its start.
fn one_line(text: &str) -> String {
    text.split_whitespace()
        .fold(String::with_capacity(text.len()), |line, word| {
            line + " " + word
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_of_a_kind_that_browsers_know() {
        for (path, file) in &bundle().files {
            assert_ne!(file.media(), "application/octet-stream", "{path}");
        }
    }

    #[test]
    fn an_icon_becomes_a_symbol() {
        let icon = "<!-- @license x -->\n<svg\n  xmlns=\"http://www.w3.org/2000/svg\"\n  width=\"24\"\n  \
                    viewBox=\"0 0 24 24\"\n  fill=\"none\"\n  stroke=\"currentColor\"\n  \
                    stroke-width=\"2\"\n  stroke-linecap=\"round\"\n>\n  <path d=\"M5 12h14\" />\n  \
                    <path d=\"m12 5\n 7 7\" />\n</svg>\n";
        assert_eq!(
            symbol("arrow-right", icon).unwrap(),
            "<symbol id=\"arrow-right\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" \
             stroke-linecap=\"round\"><path d=\"M5 12h14\" /> <path d=\"m12 5 7 7\" /></symbol>\n"
        );
        assert_eq!(symbol("nothing", "not an icon"), None);
    }

    #[test]
    fn every_vendored_icon_is_in_the_sheet() {
        let sheet = icons();
        for path in Vendor::iter().filter(|path| path.starts_with(ICONS)) {
            if let Some(name) = path[ICONS.len()..].strip_suffix(".svg") {
                let start = format!("<symbol id=\"{name}\" viewBox=\"0 0 24 24\"");
                assert!(sheet.contains(&start), "{path}");
            }
        }
        assert!(!sheet.contains("<script") && !sheet.contains("href"));
    }

    #[test]
    fn a_file_has_two_addresses_and_an_old_hash_has_none() {
        let bundle = bundle();
        let plain = bundle.find("tokens.css").unwrap();
        let hashed = bundle.find(&format!("{}/tokens.css", bundle.hash)).unwrap();
        assert!(!plain.is_immutable && hashed.is_immutable);
        assert_eq!(plain.file.plain(), hashed.file.plain());
        for nothing in [
            "",
            &bundle.hash,
            &format!("{}/", bundle.hash),
            &format!("{}tokens.css", bundle.hash),
            "0123456789abcdef/tokens.css",
            "vendor/README.md",
            "vendor/SHA256SUMS",
        ] {
            assert!(bundle.find(nothing).is_none(), "{nothing}");
        }
    }
}
