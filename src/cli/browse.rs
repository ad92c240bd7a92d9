//! Finding things by the names that people use for them.

use serde_json::Value;

use super::client::Client;
use super::error::CliError;
use super::members::Members as _;
use super::request::{Request, Target};

/// The path of a customer, by id or e-mail address.
pub(super) fn customer(client: &Client, name: &str) -> Result<Target, CliError> {
    let id = customer_id(client, name)?;
    Ok(Target::new("/api/customers").segment(&id))
}

/// The id of a customer, by id or e-mail address.
pub(super) fn customer_id(client: &Client, name: &str) -> Result<String, CliError> {
    if !name.contains('@') {
        return Ok(name.to_owned());
    }
    let wanted = name.trim().to_lowercase();
    let found = client.list(|| Target::new("/api/customers").query("q", &wanted))?;
    id_where(&found.0, "email", &wanted).ok_or_else(|| {
        CliError::Refused(format!(
            "there is no customer with the address `{name}`; `portcullis customer list` shows all"
        ))
    })
}

/// The path of an operator, by id or username.
pub(super) fn operator(client: &Client, name: &str) -> Result<Target, CliError> {
    let path = Target::new("/api/operators");
    if name.starts_with("op_") && client.ask(&Request::get(operator_path(name))).is_ok() {
        return Ok(path.segment(name));
    }
    let found = client.list(|| Target::new("/api/operators"))?;
    let id = id_where(&found.0, "username", name).ok_or_else(|| {
        CliError::Refused(format!(
            "there is no operator `{name}`; `portcullis operator list` shows all"
        ))
    })?;
    Ok(path.segment(&id))
}

fn operator_path(id: &str) -> Target {
    Target::new("/api/operators").segment(id)
}

fn id_where(rows: &[Value], member: &str, wanted: &str) -> Option<String> {
    let row = rows.iter().find(|row| row.member(member) == wanted)?;
    row.text("id").map(str::to_owned)
}
