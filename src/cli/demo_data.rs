//! What the demo is filled with: a retailer with four agents, made through the same routes as
//! everything else.

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::error::CliError;
use super::local::{finished, start};
use super::members::Members as _;
use super::request::{Request, Target};
use crate::domain::environment::Environment;
use crate::http::wire::Service;

const CUSTOMER: &str = "Northgate Outfitters";
const EMAIL: &str = "platform@northgate-outfitters.example";
const TIER: &str = "pro";
/// The operator whom the console lets in.
pub(super) const OPERATOR: &str = "demo";
/// The name of the keys that a demo issues on data that was there already.
const KEY_NAME: &str = "demo restart";
/// The names of those that come with a new customer and a new operator.
const FIRST_NAMES: [&str; 2] = ["first key", "first token"];

/// Id, name, owner, status.
const AGENTS: [(&str, &str, &str, &str); 4] = [
    (
        "support-bot",
        "Support assistant",
        "customer-care",
        "active",
    ),
    ("refund-bot", "Refund desk", "payments", "active"),
    (
        "inventory-bot",
        "Inventory planner",
        "supply-chain",
        "active",
    ),
    (
        "reporting-bot",
        "Weekly sales report",
        "finance",
        "disabled",
    ),
];

/// Agent, effect, action, resource.
const PERMISSIONS: [(&str, &str, &str, &str); 11] = [
    ("support-bot", "allow", "read", "orders/*"),
    ("support-bot", "allow", "read", "customers/*/profile"),
    ("support-bot", "allow", "reply", "tickets/*"),
    ("support-bot", "deny", "*", "customers/*/payment-methods"),
    ("refund-bot", "allow", "read", "orders/*"),
    ("refund-bot", "require_approval", "refund", "orders/*"),
    ("refund-bot", "deny", "refund", "gift-cards/*"),
    ("inventory-bot", "allow", "read", "stock/*"),
    (
        "inventory-bot",
        "require_approval",
        "reorder",
        "suppliers/*",
    ),
    ("inventory-bot", "deny", "delete", "stock/*"),
    ("reporting-bot", "allow", "read", "warehouse/sales/*"),
];

/// A question for the person who tries the demo.
#[derive(Debug)]
pub(super) struct Question {
    /// What the answer will be: `approved`, `denied` or `held`.
    pub(super) answer: &'static str,
    /// Why, for people.
    pub(super) why: &'static str,
    /// Agent, action, resource.
    asked: (&'static str, &'static str, &'static str),
}

impl Question {
    /// The body of the check.
    pub(super) fn body(&self) -> Value {
        let (agent, action, resource) = self.asked;
        json!({"agent_id": agent, "action": action, "resource": resource})
    }
}

/// One of each answer.
pub(super) const QUESTIONS: [Question; 3] = [
    Question {
        answer: "approved",
        why: "the support bot may read orders",
        asked: ("support-bot", "read", "orders/10482"),
    },
    Question {
        answer: "denied",
        why: "no support bot sees how a customer pays",
        asked: ("support-bot", "read", "customers/2291/payment-methods"),
    },
    Question {
        answer: "held",
        why: "a person must agree to a refund first",
        asked: ("refund-bot", "refund", "orders/10517"),
    },
];

/// What the demo shows of what it made.
pub(super) struct Seeded {
    /// The customer's name.
    pub(super) customer: &'static str,
    /// Its id.
    pub(super) customer_id: String,
    /// A key of the customer.
    pub(super) api_key: Zeroizing<String>,
    /// The owner's id.
    operator_id: String,
    /// A token of the owner.
    pub(super) operator_token: Zeroizing<String>,
}

/// Makes the demo's data, or fresh secrets where it is there already. What does not depend on each
/// other goes in together and shares its flush.
pub(super) fn seed(service: &dyn Service) -> Result<Seeded, CliError> {
    let earlier = operator_of_earlier(service)?;
    let register = json!({"name": CUSTOMER, "email": EMAIL, "subscription_tier": TIER});
    let mut requests = vec![Request::post("/api/customers/register", register)];
    if earlier.is_none() {
        let operator = json!({"username": OPERATOR, "role": "owner", "token": true});
        requests.push(Request::post("/api/operators", operator));
    }
    let mut made = ask_all(service, &requests).into_iter();
    let (registered, operator) = (made.next(), made.next());
    let (customer_id, api_key) = match settled(registered)? {
        Some(registered) => {
            let customer_id = text(&registered, "customer_id")?;
            let api_key = secret(&registered, "api_key")?;
            fill(service, &customer_id, &api_key)?;
            (customer_id, api_key)
        }
        None => new_key(service)?,
    };
    let (operator_id, operator_token) = if let Some(id) = earlier {
        new_token(service, id)?
    } else {
        let operator = operator.transpose()?.unwrap_or_default();
        (text(&operator, "id")?, secret(&operator, "token")?)
    };
    Ok(Seeded {
        customer: CUSTOMER,
        customer_id,
        api_key,
        operator_id,
        operator_token,
    })
}

/// The id of the operator that an earlier demo made. Nothing is done where nobody could sign in.
fn operator_of_earlier(service: &dyn Service) -> Result<Option<String>, CliError> {
    // By age: the demo's comes first.
    let found = ask(service, &Request::get("/api/operators?limit=100"))?;
    let mut rows = found.rows().iter();
    let Some(row) = rows.find(|row| row.member("username") == OPERATOR) else {
        return Ok(None);
    };
    if row.member("is_disabled") == true {
        return Err(CliError::Refused(format!(
            "the operator `{OPERATOR}` of this directory is disabled, and a demo enables nobody: do \
             it with `portcullis operator enable {OPERATOR}` and the same `--data-dir`, or name a \
             new directory"
        )));
    }
    text(row, "id").map(Some)
}

/// Gives the operator a password of this demo alone: what an earlier one printed opens nothing any
/// more.
pub(super) fn renew_password(
    service: &dyn Service,
    seeded: &Seeded,
    environment: &dyn Environment,
) -> Result<Zeroizing<String>, CliError> {
    let password = random_password(environment);
    let path = Target::new("/api/operators")
        .segment(&seeded.operator_id)
        .then("/password");
    let body = json!({"password": password.as_str()});
    ask(service, &Request::post(path, body))?;
    Ok(password)
}

/// 80 random bits that a person can read off a screen and type: there is no `o` beside the 0, and
/// neither an `i` nor an `l` beside the 1.
fn random_password(environment: &dyn Environment) -> Zeroizing<String> {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut random = Zeroizing::new([0_u8; 16]);
    environment.fill(random.as_mut_slice());
    let mut password = Zeroizing::new(String::with_capacity(19));
    for (place, byte) in random.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            password.push('-');
        }
        let letter = LETTERS.get(usize::from(byte % 32)).copied();
        password.extend(letter.map(char::from));
    }
    password
}

/// Agents and permissions, then the check that opens a request for approval.
fn fill(service: &dyn Service, customer_id: &str, key: &Zeroizing<String>) -> Result<(), CliError> {
    let path = |path: &str| Target::new(path).query("customer_id", customer_id);
    let agents = AGENTS.map(|(id, name, owner, status)| {
        let body = json!({"id": id, "name": name, "owner": owner, "status": status});
        Request::post(path("/api/admin/agents"), body)
    });
    let permissions = PERMISSIONS.map(|(agent, effect, action, resource)| {
        let body = json!({
            "agent_id": agent, "effect": effect, "action": action, "resource": resource,
        });
        Request::post(path("/api/admin/permissions"), body)
    });
    let requests: Vec<Request> = agents.into_iter().chain(permissions).collect();
    for answer in ask_all(service, &requests) {
        answer?;
    }
    let refund = json!({
        "agent_id": "refund-bot", "action": "refund", "resource": "orders/10391",
        "context": {"amount": "189.00", "currency": "EUR", "reason": "parcel lost in transit"},
    });
    let check = Request::post("/api/agents/check", refund).with_secret(key.clone());
    ask(service, &check).map(drop)
}

/// A new key for the customer of an earlier demo; those that demos made are revoked.
fn new_key(service: &dyn Service) -> Result<(String, Zeroizing<String>), CliError> {
    let path = Target::new("/api/customers").query("q", EMAIL);
    let found = ask(service, &Request::get(path))?;
    let customer_id = text(found.rows().first().unwrap_or(&Value::Null), "id")?;
    let customer = || Target::new("/api/customers").segment(&customer_id);
    let active = customer().then("/api-keys").query("active", "true");
    let keys = ask(service, &Request::get(active.query("limit", "100")))?;
    for key in keys.as_array().into_iter().flatten() {
        if is_of_a_demo(key) {
            let path = customer().then("/api-keys").segment(&text(key, "id")?);
            ask(service, &Request::delete(path))?;
        }
    }
    let path = customer().then("/api-keys/generate");
    let issued = ask(service, &Request::post(path, json!({"name": KEY_NAME})))?;
    let key = secret(&issued, "api_key")?;
    Ok((customer_id, key))
}

/// A new token for the operator of an earlier demo; those that demos made are revoked.
fn new_token(service: &dyn Service, id: String) -> Result<(String, Zeroizing<String>), CliError> {
    let path = || Target::new("/api/operators").segment(&id).then("/tokens");
    let found = ask(service, &Request::get(path()))?;
    for token in found.rows() {
        if is_of_a_demo(token) && token.member("is_active") == true {
            let path = path().segment(&text(token, "id")?);
            ask(service, &Request::delete(path))?;
        }
    }
    let issued = ask(service, &Request::post(path(), json!({"name": KEY_NAME})))?;
    let token = secret(&issued, "token")?;
    Ok((id, token))
}

/// Whether a demo made and showed that key or token; others are those of whoever tries it.
fn is_of_a_demo(row: &Value) -> bool {
    let name = row.text("name");
    name.is_some_and(|name| name == KEY_NAME || FIRST_NAMES.contains(&name))
}

fn ask(service: &dyn Service, request: &Request) -> Result<Value, CliError> {
    finished(start(service, request)).document()
}

/// Asks all of it before it waits for any of it.
fn ask_all(service: &dyn Service, requests: &[Request]) -> Vec<Result<Value, CliError>> {
    let started: Vec<_> = requests.iter().map(|each| start(service, each)).collect();
    let answers = started.into_iter();
    answers.map(|answer| finished(answer).document()).collect()
}

/// The document of a success, or nothing when it is there already.
fn settled(answer: Option<Result<Value, CliError>>) -> Result<Option<Value>, CliError> {
    match answer {
        Some(Ok(document)) => Ok(Some(document)),
        Some(Err(error)) if matches!(error.code(), Some("email_taken" | "conflict")) => Ok(None),
        Some(Err(error)) => Err(error),
        None => Ok(None),
    }
}

fn text(document: &Value, member: &str) -> Result<String, CliError> {
    document[member].as_str().map(str::to_owned).ok_or_else(|| {
        CliError::Plain(format!(
            "the answer has no `{member}`; is this a demo's data?"
        ))
    })
}

fn secret(document: &Value, member: &str) -> Result<Zeroizing<String>, CliError> {
    text(document, member).map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_of_each() {
        for effect in ["allow", "deny", "require_approval"] {
            assert!(PERMISSIONS.iter().any(|(_, given, _, _)| *given == effect));
        }
        assert!(AGENTS.iter().any(|(_, _, _, status)| *status == "disabled"));
        for (agent, _, _, _) in PERMISSIONS {
            assert!(AGENTS.iter().any(|(id, _, _, _)| *id == agent), "{agent}");
        }
    }
}
