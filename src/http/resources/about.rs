//! `GET /api/system/about`, `GET /api/system/configuration`: what runs here, and with which settings.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::Setting;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::ledger::{newest_schema, sqlite_version};

/// What is in every build, as `packaging/lib/inventory.py --components` lists it.
const COMPONENTS: &str = include_str!("../../../assets/components.json");

/// A work of others that is in the program.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = Component)]
struct ComponentBody {
    name: &'static str,
    version: &'static str,
    /// As SPDX writes it.
    licence: &'static str,
}

/// What runs here.
#[derive(Serialize, ToSchema)]
#[schema(as = About)]
pub struct AboutBody<'a> {
    name: &'static str,
    version: &'static str,
    /// The number of the database's schema.
    schema: usize,
    /// The version of SQLite.
    sqlite: &'static str,
    /// The name of this appliance in the audit log.
    node: &'a str,
    data_dir: String,
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    /// Where people reach the appliance, when the configuration says so.
    public_url: Option<&'a str>,
    licence: &'static str,
    /// The works of others that are in the program, the files of its pages among them.
    components: &'static [ComponentBody],
}

/// `GET /api/system/about`.
pub fn about(call: &Call<'_>) -> Handled {
    static PARTS: LazyLock<Vec<ComponentBody>> =
        LazyLock::new(|| serde_json::from_str(COMPONENTS).unwrap_or_default());
    let ledger = call.app.ledger();
    answer::ready(&AboutBody {
        name: "Portcullis",
        version: env!("CARGO_PKG_VERSION"),
        schema: newest_schema(),
        sqlite: sqlite_version(),
        node: ledger.node(),
        data_dir: ledger.directory().display().to_string(),
        started_at: call.app.started_at(),
        public_url: call.http.settings.public_url.as_deref(),
        licence: env!("CARGO_PKG_LICENSE"),
        components: &PARTS,
    })
}

/// One setting that is in force.
#[derive(Serialize, ToSchema)]
#[schema(as = Setting)]
pub struct SettingBody {
    /// Its name with the section.
    key: &'static str,
    /// Its value as it would stand in a file.
    value: String,
    /// `default`, `file`, `environment` or `option`.
    source: &'static str,
    /// The file with its line, the variable, or the option of the command line.
    #[serde(rename = "where")]
    place: Option<String>,
    /// What it is when nobody sets it.
    default: String,
    /// Whether it changes with a reload; otherwise it takes a restart.
    is_live: bool,
    /// Whether the value is held back. No setting is a secret: secrets are kept in files, and the
    /// settings are the paths of these.
    is_secret: bool,
    /// What its number counts.
    unit: Option<&'static str>,
    /// What it does.
    about: String,
}

impl From<Setting> for SettingBody {
    fn from(setting: Setting) -> Self {
        Self {
            key: setting.key,
            value: setting.value,
            source: setting.source.word(),
            place: setting.place,
            default: setting.default,
            is_live: setting.is_live,
            is_secret: false,
            unit: setting.unit,
            about: setting.about,
        }
    }
}

/// `GET /api/system/configuration`.
pub fn configuration(call: &Call<'_>) -> Handled {
    let settings = call.app.settings()?.into_iter();
    let bodies: Vec<SettingBody> = settings.map(SettingBody::from).collect();
    answer::ready(&bodies)
}
