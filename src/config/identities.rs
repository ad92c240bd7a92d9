//! `[[tls.client_identities]]`: whom clients' certificates speak for.

use toml::de::DeTable;

use super::error::{Refused, nearest, quoted};
use super::setting::{Allowed, Found, Setting, Shown, toml_string};
use crate::domain::id::KeyId;
use crate::domain::text::Username;
use crate::tls::{ActsAs, Fingerprint, Identity, Name};

const MAX_IDENTITIES: usize = 10_000;
const FIELDS: &[&str] = &["fingerprint", "name", "api_key", "operator"];
const TABLES: &str = "give one `[[tls.client_identities]]` table for each certificate";

/// The lines of who stands for whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IdentityRows(pub Vec<Identity>);

impl Setting for IdentityRows {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        let Some(elements) = found.elements() else {
            return Err(found.is_not(TABLES));
        };
        let mut rows: Vec<Identity> = Vec::new();
        for (place, element) in elements.enumerate() {
            let step = format!("[{place}]");
            let row = read_row(&element).map_err(|refused| refused.below(&step))?;
            if rows.iter().any(|other| other.has_same_certificate(&row)) {
                let text = "is of the same certificate as a table before it";
                let refused = element.refused(text, "remove one of the two");
                return Err(refused.below(&step));
            }
            rows.push(row);
        }
        if rows.len() > MAX_IDENTITIES {
            let text = format!("has {} tables", rows.len());
            return Err(found.refused(text, format!("give at most {MAX_IDENTITIES}")));
        }
        Ok(Self(rows))
    }

    fn show(&self) -> Shown {
        if self.0.is_empty() {
            return Shown::Inline("[]".to_owned());
        }
        Shown::Tables(self.0.iter().map(show_row).collect())
    }

    fn kind() -> &'static str {
        "array of tables"
    }
}

fn read_row(found: &Found<'_>) -> Result<Identity, Refused> {
    let Some(table) = found.value.get_ref().as_table() else {
        return Err(found.is_not(TABLES));
    };
    let unknown = table
        .keys()
        .find(|key| !FIELDS.contains(&key.get_ref().as_ref()));
    if let Some(key) = unknown {
        let name = key.get_ref();
        let remedy = nearest(name, FIELDS.iter().copied()).map_or_else(
            || format!("an identity has {}", FIELDS.join(", ")),
            |meant| format!("did you mean `{meant}`?"),
        );
        let mut refused = found.refused(format!("has the unknown field {}", quoted(name)), remedy);
        refused.span = key.span();
        return Err(refused);
    }
    let fingerprint = read(table, "fingerprint", |text| {
        text.parse::<Fingerprint>().ok()
    })
    .map_err(|found| {
        found.is_not(
            "give the SHA-256 of the certificate in 64 hexadecimal digits, as `portcullis tls \
                 show` prints it",
        )
    })
    .map_err(|refused| refused.below(".fingerprint"))?;
    let name = read(table, "name", |text| text.parse::<Name>().ok())
        .map_err(|found| {
            found.is_not(
                "give a name of the certificate with its kind, such as `dns:bot.example`, \
                 `uri:spiffe://…`, `email:…` or `ip:10.0.0.7`",
            )
        })
        .map_err(|refused| refused.below(".name"))?;
    let api_key = read(table, "api_key", |text| text.parse::<KeyId>().ok())
        .map_err(|found| {
            // Should it be the key itself, it must not come into a log.
            found.refused(
                "is not the id of an API key",
                "give the id, `key_…`, and never the key itself",
            )
        })
        .map_err(|refused| refused.below(".api_key"))?;
    let operator = read(table, "operator", |text| Username::parse(text).ok())
        .map_err(|found| found.is_not("give the username of an operator"))
        .map_err(|refused| refused.below(".operator"))?;
    if fingerprint.is_none() && name.is_none() {
        return Err(found.refused(
            "names no certificate",
            "give its `fingerprint`, or a `name` that it has, or both",
        ));
    }
    let acts_as = match (api_key, operator) {
        (Some(key), None) => ActsAs::Key(key),
        (None, Some(operator)) => ActsAs::Operator(operator),
        (None, None) | (Some(_), Some(_)) => {
            return Err(found.refused(
                "must speak for one API key or for one operator",
                "give either `api_key` or `operator`",
            ));
        }
    };
    Ok(Identity {
        fingerprint,
        name,
        acts_as,
    })
}

/// A field, when it is there; the value itself when it has not the form that it must have.
fn read<'t, T>(
    table: &'t DeTable<'t>,
    field: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Found<'t>> {
    let Some(value) = table.get(field) else {
        return Ok(None);
    };
    let found = Found { value, raw: None };
    found.text().and_then(parse).map(Some).ok_or(found)
}

fn show_row(identity: &Identity) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |field: &str, value: String| {
        lines.push(format!("{field} = {}", toml_string(&value)));
    };
    if let Some(fingerprint) = &identity.fingerprint {
        add("fingerprint", fingerprint.to_string());
    }
    if let Some(name) = &identity.name {
        add("name", name.to_string());
    }
    match &identity.acts_as {
        ActsAs::Key(key) => add("api_key", key.to_string()),
        ActsAs::Operator(operator) => add("operator", operator.to_string()),
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::config::print_effective;
    use crate::config::tests::{fine, refused};

    const BEGIN: &str = "[tls]\ncertificate_file = \"/c\"\nkey_file = \"/k\"\nclient_ca_file = \"/a\"\n\
                         client_certificates = \"optional\"\n\n[[tls.client_identities]]\n";
    const KEY: &str = "api_key = \"key_00000000000000000000000000\"\n";

    #[test]
    fn identities_are_printed_as_they_are_read() {
        let text = format!(
            "{BEGIN}fingerprint = \"{}\"\n{KEY}\n[[tls.client_identities]]\n\
             name = \"uri:spiffe://acme/bot\"\noperator = \"ada\"\n",
            "AB:".repeat(31) + "AB"
        );
        let loaded = fine(&text, &[]);
        assert_eq!(loaded.config.tls.client_identities.0.len(), 2);
        let printed = print_effective(&loaded, true);
        assert_eq!(fine(&printed, &[]).config, loaded.config, "{printed}");
    }

    #[test]
    fn identities_must_be_exact() {
        let mut page = String::new();
        let twice = format!(
            "name = \"dns:a\"\n{KEY}[[tls.client_identities]]\nname = \"dns:A\"\noperator = \"ada\"\n"
        );
        for row in [
            KEY,
            "name = \"dns:a\"\n",
            &format!("name = \"dns:a\"\noperator = \"ada\"\n{KEY}"),
            &format!("name = \"a.example\"\n{KEY}"),
            &format!("name = 7\n{KEY}"),
            &format!("fingerprint = \"abcd\"\n{KEY}"),
            "name = \"dns:a\"\napi_key = \"sk-secret\"\n",
            "name = \"dns:a\"\napi_key = \"cus_00000000000000000000000000\"\n",
            "name = \"dns:a\"\noperator = \"\"\n",
            &format!("nam = \"dns:a\"\n{KEY}"),
            &format!("subject = \"CN=a\"\n{KEY}"),
            &twice,
        ] {
            writeln!(page, "{}", refused(&format!("{BEGIN}{row}"), &[])).unwrap();
        }
        writeln!(
            page,
            "{}",
            refused("[tls]\nclient_identities = \"a\"\n", &[])
        )
        .unwrap();
        writeln!(
            page,
            "{}",
            refused("[tls]\nclient_identities = [\"a\"]\n", &[])
        )
        .unwrap();
        insta::assert_snapshot!(page, @r#"
portcullis.toml:7:1: `tls.client_identities[0]` names no certificate; give its `fingerprint`, or a `name` that it has, or both
portcullis.toml:7:1: `tls.client_identities[0]` must speak for one API key or for one operator; give either `api_key` or `operator`
portcullis.toml:7:1: `tls.client_identities[0]` must speak for one API key or for one operator; give either `api_key` or `operator`
portcullis.toml:8:8: `tls.client_identities[0].name` is `a.example`; give a name of the certificate with its kind, such as `dns:bot.example`, `uri:spiffe://…`, `email:…` or `ip:10.0.0.7`
portcullis.toml:8:8: `tls.client_identities[0].name` is `7`; give a name of the certificate with its kind, such as `dns:bot.example`, `uri:spiffe://…`, `email:…` or `ip:10.0.0.7`
portcullis.toml:8:15: `tls.client_identities[0].fingerprint` is `abcd`; give the SHA-256 of the certificate in 64 hexadecimal digits, as `portcullis tls show` prints it
portcullis.toml:9:11: `tls.client_identities[0].api_key` is not the id of an API key; give the id, `key_…`, and never the key itself
portcullis.toml:9:11: `tls.client_identities[0].api_key` is not the id of an API key; give the id, `key_…`, and never the key itself
portcullis.toml:9:12: `tls.client_identities[0].operator` is empty; give the username of an operator
portcullis.toml:8:1: `tls.client_identities[0]` has the unknown field `nam`; did you mean `name`?
portcullis.toml:8:1: `tls.client_identities[0]` has the unknown field `subject`; an identity has fingerprint, name, api_key, operator
portcullis.toml:10:1: `tls.client_identities[1]` is of the same certificate as a table before it; remove one of the two
portcullis.toml:2:21: `tls.client_identities` is `a`; give one `[[tls.client_identities]]` table for each certificate
portcullis.toml:2:22: `tls.client_identities[0]` is `a`; give one `[[tls.client_identities]]` table for each certificate
"#);
    }
}
