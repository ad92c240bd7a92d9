//! `[cors]`: exact origins of pages, and the star where it is harmless.

use super::error::{Refused, quoted};
use super::setting::{Allowed, Found, Setting, Shown, toml_string};
use crate::domain::origin::{Origin, Origins};

/// What stands for all origins.
const ANY: &str = "*";
const MAX_ORIGINS: usize = 100;
const FORM: &str = "give origins as browsers name them: scheme, host and at most a port, such as \
                    \"https://app.example\" or \"http://localhost:3000\"";

/// Origins of which there may be all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnyOrigins(pub Origins);

/// Origins that are named one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExactOrigins(pub Origins);

fn read(found: &Found<'_>, is_any_taken: bool) -> Result<Origins, Refused> {
    if found.is_empty_text() {
        return Ok(Origins::None);
    }
    let is_any = |found: &Found<'_>| is_any_taken && found.text() == Some(ANY);
    if is_any(found) {
        return Ok(Origins::Any);
    }
    let Some(elements) = found.elements() else {
        return one(found, is_any_taken).map(|origin| Origins::These(vec![origin]));
    };
    let elements: Vec<Found<'_>> = elements.collect();
    if let [only] = elements.as_slice()
        && is_any(only)
    {
        return Ok(Origins::Any);
    }
    let mut origins = Vec::new();
    for (place, element) in elements.iter().enumerate() {
        let step = format!("[{place}]");
        let origin = one(element, is_any_taken).map_err(|refused| refused.below(&step))?;
        if origins.contains(&origin) {
            let text = format!("is `{origin}` once more");
            return Err(element.refused(text, "remove one of the two").below(&step));
        }
        origins.push(origin);
    }
    if origins.len() > MAX_ORIGINS {
        let text = format!("has {} origins", origins.len());
        return Err(found.refused(text, format!("give at most {MAX_ORIGINS}")));
    }
    Ok(if origins.is_empty() {
        Origins::None
    } else {
        Origins::These(origins)
    })
}

fn one(found: &Found<'_>, is_any_taken: bool) -> Result<Origin, Refused> {
    let Some(text) = found.text() else {
        return Err(found.is_not(FORM));
    };
    if text == ANY {
        let remedy = if is_any_taken {
            "let it stand alone, or name the origins"
        } else {
            "name the origins one by one: a key is not safe on everybody's pages"
        };
        return Err(found.refused("is `*`, which is every origin", remedy));
    }
    if let Some(origin) = Origin::parse(text) {
        return Ok(origin);
    }
    let cut = text.trim_end_matches('/');
    if cut.len() < text.len()
        && let Some(origin) = Origin::parse(cut)
    {
        let text = format!("is {}, with a slash at the end", quoted(text));
        return Err(found.refused(text, format!("write \"{origin}\"")));
    }
    Err(found.refused(format!("is {}, not an origin", quoted(text)), FORM))
}

fn show(origins: &Origins) -> Shown {
    Shown::Inline(match origins {
        Origins::None => "[]".to_owned(),
        Origins::Any => toml_string(ANY),
        Origins::These(origins) => {
            let written = origins.iter().map(|origin| toml_string(origin.as_str()));
            format!("[{}]", written.collect::<Vec<_>>().join(", "))
        }
    })
}

impl Setting for AnyOrigins {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        read(found, true).map(Self)
    }

    fn show(&self) -> Shown {
        show(&self.0)
    }

    fn kind() -> &'static str {
        "origin, or an array of them, or \"*\""
    }
}

impl Setting for ExactOrigins {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        read(found, false).map(Self)
    }

    fn show(&self) -> Shown {
        show(&self.0)
    }

    fn kind() -> &'static str {
        "origin, or an array of them"
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::config::print_effective;
    use crate::config::tests::{fine, refused};
    use crate::domain::origin::Origins;

    #[test]
    fn origins_are_exact_and_written_back() {
        let text = "[cors]\npublic_origins = \"*\"\ncheck_origins = \"HTTPS://App.example:443\"\n\
                    customer_origins = [\"https://app.example\", \"http://localhost:3000\"]\n";
        let loaded = fine(text, &[]);
        let cors = &loaded.config.cors;
        assert_eq!(cors.public_origins.0, Origins::Any);
        let app = "https://app.example";
        assert_eq!(cors.check_origins.0.answer(app), Some(app));
        assert!(
            cors.customer_origins
                .0
                .answer("http://localhost:3000")
                .is_some()
        );
        assert_eq!(
            fine(&print_effective(&loaded, true), &[]).config,
            loaded.config
        );
        let star = fine("[cors]\npublic_origins = [\"*\"]\n", &[]);
        assert_eq!(star.config.cors.public_origins.0, Origins::Any);
        let unset = [("PORTCULLIS_CORS__PUBLIC_ORIGINS", "")];
        assert!(fine(text, &unset).config.cors.public_origins.0.is_none());
        assert!(fine("", &[]).config.cors.check_origins.0.is_none());
    }

    #[test]
    fn what_is_no_exact_origin_is_refused() {
        let mut page = String::new();
        for (key, value) in [
            ("check_origins", "\"*\""),
            ("customer_origins", "[\"https://a.example\", \"*\"]"),
            ("public_origins", "[\"*\", \"https://a.example\"]"),
            ("check_origins", "\"https://a.example/\""),
            ("check_origins", "\"https://a.example/app\""),
            ("check_origins", "[\"null\"]"),
            ("check_origins", "\"https://*.example\""),
            (
                "check_origins",
                "[\"https://a.example\", \"https://A.example:443\"]",
            ),
            ("check_origins", "[7]"),
            ("check_origins", "true"),
        ] {
            let text = refused(&format!("[cors]\n{key} = {value}\n"), &[]);
            writeln!(page, "{}", text.trim_end()).unwrap();
        }
        insta::assert_snapshot!(page, @r#"
        portcullis.toml:2:17: `cors.check_origins` is `*`, which is every origin; name the origins one by one: a key is not safe on everybody's pages
        portcullis.toml:2:42: `cors.customer_origins[1]` is `*`, which is every origin; name the origins one by one: a key is not safe on everybody's pages
        portcullis.toml:2:19: `cors.public_origins[0]` is `*`, which is every origin; let it stand alone, or name the origins
        portcullis.toml:2:17: `cors.check_origins` is `https://a.example/`, with a slash at the end; write "https://a.example"
        portcullis.toml:2:17: `cors.check_origins` is `https://a.example/app`, not an origin; give origins as browsers name them: scheme, host and at most a port, such as "https://app.example" or "http://localhost:3000"
        portcullis.toml:2:18: `cors.check_origins[0]` is `null`, not an origin; give origins as browsers name them: scheme, host and at most a port, such as "https://app.example" or "http://localhost:3000"
        portcullis.toml:2:17: `cors.check_origins` is `https://*.example`, not an origin; give origins as browsers name them: scheme, host and at most a port, such as "https://app.example" or "http://localhost:3000"
        portcullis.toml:2:39: `cors.check_origins[1]` is `https://a.example` once more; remove one of the two
        portcullis.toml:2:18: `cors.check_origins[0]` is `7`; give origins as browsers name them: scheme, host and at most a port, such as "https://app.example" or "http://localhost:3000"
        portcullis.toml:2:17: `cors.check_origins` is `true`; give origins as browsers name them: scheme, host and at most a port, such as "https://app.example" or "http://localhost:3000"
        "#);
    }
}
