//! Real things in the place of those that the reference of the API shows.

use std::cell::RefCell;
use std::process::Command;

use portcullis::http::routes::Route;
use serde_json::{Value, json};

use crate::session::Session;

/// The password in the examples.
const PASSWORD: &str = "correct horse battery staple";
/// The agent in the examples.
const AGENT: &str = "billing-bot";

/// What the examples need: a place for backups, and a relay, which nobody is.
const SETTINGS: &str = "[ledger]\ndurability = \"process\"\n\
    [backup]\ndirectory = \"ROOT/backups\"\n\
    [server]\npublic_url = \"http://127.0.0.1:8080\"\n\
    [mail]\nrelay = \"127.0.0.1:9\"\nsecurity = \"none\"\n\
    from = \"Portcullis <gate@portcullis.example>\"\n\
    [stripe]\nwebhook_secret_file = \"ROOT/stripe-secret\"\nprices = { price_example = \"starter\" }\n";
/// What Stripe would sign with.
const STRIPE_SECRET: &str = "whsec_of_an_example";

/// An appliance with what the examples speak of, made as it is needed.
pub(crate) struct World {
    pub(crate) session: Session,
    token: String,
    pub(crate) customer_id: String,
    pub(crate) api_key: String,
    key_id: String,
    /// The import that was opened, since there may be few.
    import: RefCell<Option<String>>,
}

impl World {
    /// One for a route: what the route makes is not there yet.
    pub(crate) fn of(route: &Route) -> Self {
        let mut session = Session::serve(SETTINGS, &[("stripe-secret", STRIPE_SECRET)]);
        let token = session.variable("PORTCULLIS_OPERATOR_TOKEN").unwrap();
        let mut world = Self {
            session,
            token,
            customer_id: String::new(),
            api_key: String::new(),
            key_id: String::new(),
            import: RefCell::default(),
        };
        let body = json!({"name": "Northgate", "email": "it@northgate.example", "subscription_tier": "pro"});
        let made = world.done("POST", "/api/customers/register", &body);
        world.customer_id = text(&made, "customer_id");
        world.api_key = text(&made, "api_key");
        world.key_id = text(&made, "key_id");
        if route.path != "/api/admin/agents" || route.method.word() != "POST" {
            world.fill();
        }
        world
    }

    /// An agent with a permission, and a request that waits for a person.
    fn fill(&self) {
        let agent = json!({"id": AGENT, "name": "Billing bot", "owner": "finance"});
        self.asked("POST", "/api/admin/agents", &agent);
        for (action, effect) in [("read", "allow"), ("refund", "require_approval")] {
            let permission = json!({"agent_id": AGENT, "action": action, "resource": "orders/*",
                "effect": effect});
            self.asked("POST", "/api/admin/permissions", &permission);
        }
        let check = json!({"agent_id": AGENT, "action": "refund", "resource": "orders/9"});
        self.asked("POST", "/api/agents/check", &check);
    }

    /// By the owner.
    fn done(&self, method: &str, path: &str, body: &Value) -> Value {
        self.ask(method, path, &self.token, body)
    }

    /// By the customer's first key.
    fn asked(&self, method: &str, path: &str, body: &Value) -> Value {
        self.ask(method, path, &self.api_key, body)
    }

    fn ask(&self, method: &str, path: &str, secret: &str, body: &Value) -> Value {
        let mut command = Command::new("curl");
        command
            .args(["-sS", "--fail-with-body", "-X", method])
            .arg(format!("{}{path}", self.session.url))
            .args(["-H", &format!("Authorization: Bearer {secret}")]);
        if !body.is_null() {
            command.args([
                "-H",
                "Content-Type: application/json",
                "-d",
                &body.to_string(),
            ]);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{method} {path}: {output:?}");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
    }

    /// The command with real things: variables for what stands in the path, and what the body names.
    pub(crate) fn put_into(&self, route: &Route, command: &str) -> String {
        let mut script = format!("export PORTCULLIS_API_KEY='{}'\n", self.api_key);
        for name in variables(command) {
            if !name.starts_with("PORTCULLIS_") {
                script.extend([format!("{name}='{}'\n", self.thing(route, &name))]);
            }
        }
        self.prepare(route);
        script + &self.with_real_ones(route, command)
    }

    /// What must be there for a route whose body names it in words.
    fn prepare(&self, route: &Route) {
        if route.path == "/api/operators/login" {
            let ada = json!({"username": "ada", "role": "admin", "password": PASSWORD});
            self.done("POST", "/api/operators", &ada);
        }
        if route.path.ends_with("/reactivate") {
            self.done(
                "DELETE",
                &format!("/api/customers/{}", self.customer_id),
                &Value::Null,
            );
        }
    }

    /// Identifiers and secrets of the examples, as the table shows them, by their prefix.
    fn with_real_ones(&self, route: &Route, command: &str) -> String {
        let zeros = |prefix: &str| format!("{prefix}{}", "0".repeat(46));
        let mut command = command.to_owned();
        let mut put = |example: &str, real: &dyn Fn() -> String| {
            if command.contains(example) {
                command = command.replace(example, &real());
            }
        };
        put("apr_01k0000000000000000000000", &|| {
            self.thing(route, "REQUEST_ID")
        });
        put("perm_01k0000000000000000000000", &|| {
            self.thing(route, "PERMISSION_ID")
        });
        put("cus_01k0000000000000000000000", &|| {
            self.customer_id.clone()
        });
        put(&zeros("sk-"), &|| self.api_key.clone());
        put(&zeros("set-"), &|| {
            text(
                &self.done("POST", "/api/operators/setup-link", &json!({})),
                "token",
            )
        });
        put(&zeros("plk-"), &|| self.portal_link("token"));
        put(&zeros("kl-"), &|| self.key_link());
        command
    }

    /// The thing that a variable stands for.
    fn thing(&self, route: &Route, name: &str) -> String {
        let customer = format!("/api/customers/{}", self.customer_id);
        let first = |path: &str| text(&self.rows(path)[0], "id");
        match name {
            "CUSTOMER_ID" => self.customer_id.clone(),
            "KEY_ID" => self.key_id.clone(),
            "AGENT_ID" => AGENT.to_owned(),
            "PERMISSION_ID" => {
                let path = format!("/api/admin/permissions?customer_id={}", self.customer_id);
                first(&path)
            }
            "REQUEST_ID" => {
                let path = format!(
                    "/api/agent/pending-approvals?customer_id={}",
                    self.customer_id
                );
                text(&self.done("GET", &path, &Value::Null)[0], "request_id")
            }
            "RECORD_ID" => first(&format!(
                "/api/logs?limit=1&customer_id={}",
                self.customer_id
            )),
            "OPERATOR_ID" | "TOKEN_ID" => {
                let dan = json!({"username": "dan", "role": "admin", "token": true, "password": PASSWORD});
                let all = self.rows("/api/operators");
                let known = all.iter().find(|one| one["username"] == "dan");
                let id = known.map_or_else(
                    || text(&self.done("POST", "/api/operators", &dan), "id"),
                    |known| text(known, "id"),
                );
                if name == "TOKEN_ID" {
                    first(&format!("/api/operators/{id}/tokens"))
                } else {
                    id
                }
            }
            "SESSION_ID" if route.path.starts_with("/api/operators/") => {
                self.thing(route, "OPERATOR_ID");
                let login = json!({"username": "dan", "password": PASSWORD});
                self.open("/api/operators/login", &login);
                first(&format!(
                    "/api/operators/{}/sessions",
                    self.thing(route, "OPERATOR_ID")
                ))
            }
            "SESSION_ID" => {
                self.open("/api/portal/login", &json!({"api_key": self.api_key}));
                first(&format!("{customer}/sessions"))
            }
            "QUOTE_ID" => {
                let quote =
                    json!({"company": "Acme", "contact": "Ada", "email": "ada@acme.example"});
                text(&self.done("POST", "/api/quotes", &quote), "quote_id")
            }
            "IMPORT_ID" => self.import(route),
            "NUMBER" => "0".to_owned(),
            "STRIPE_WEBHOOK_SECRET" => STRIPE_SECRET.to_owned(),
            "MONTH" => text(&self.rows(&format!("{customer}/statements"))[0], "month"),
            "MESSAGE_ID" => {
                let to = json!({"to": "ops@acme.example"});
                text(&self.done("POST", "/api/outbox/test", &to), "id")
            }
            "LINK_ID" if route.path.contains("key-links") => {
                self.key_link();
                first(&format!("{customer}/key-links"))
            }
            "LINK_ID" if route.path.contains("portal-links") => {
                self.portal_link("token");
                first(&format!("{customer}/portal-links"))
            }
            other => panic!(
                "{}: `tests/guides/things.rs` must say how `${other}` is made",
                route.path
            ),
        }
    }

    /// What a list has, with pages or without.
    fn rows(&self, path: &str) -> Vec<Value> {
        let list = self.done("GET", path, &Value::Null);
        let rows = list.get("data").unwrap_or(&list);
        rows.as_array().cloned().unwrap_or_default()
    }

    /// What a link that shows a key has behind its `#`.
    fn key_link(&self) -> String {
        let path = format!("/api/customers/{}/key-links", self.customer_id);
        let made = self.done("POST", &path, &json!({"delivery": "link"}));
        let link = text(&made, "link");
        link.split_once('#')
            .map(|(_, secret)| secret.to_owned())
            .unwrap()
    }

    /// An import, as far as the route wants it.
    fn import(&self, route: &Route) -> String {
        let mut import = self.import.borrow_mut();
        let id = import
            .get_or_insert_with(|| {
                let made = self.done("POST", "/api/imports", &json!({"kind": "customers"}));
                let id = text(&made, "import_id");
                if !route.path.contains("/parts/") {
                    self.send(
                        &format!("/api/imports/{id}/parts/0"),
                        "name,email\nHooli,ops@hooli.example\n",
                    );
                    self.done("POST", &format!("/api/imports/{id}/check"), &Value::Null);
                }
                id
            })
            .clone();
        if route.path.ends_with("/keys") {
            self.done(
                "POST",
                &format!("/api/imports/{id}/apply"),
                &json!({"mode": "all"}),
            );
        }
        id
    }

    /// Sends a file.
    fn send(&self, path: &str, file: &str) {
        let output = Command::new("curl")
            .args([
                "-sS",
                "--fail-with-body",
                "-X",
                "PUT",
                "-H",
                "Content-Type: text/csv",
            ])
            .args(["-H", &format!("Authorization: Bearer {}", self.token)])
            .args([
                "--data-binary",
                file,
                &format!("{}{path}", self.session.url),
            ])
            .output()
            .unwrap();
        assert!(output.status.success(), "{path}: {output:?}");
    }

    fn portal_link(&self, member: &str) -> String {
        let path = format!("/api/customers/{}/portal-links", self.customer_id);
        text(&self.done("POST", &path, &json!({})), member)
    }

    /// Signs in: without a credential, which would have to be one of its own.
    fn open(&self, path: &str, body: &Value) {
        let output = Command::new("curl")
            .args([
                "-sS",
                "--fail-with-body",
                "-H",
                "Content-Type: application/json",
            ])
            .args([
                "-d",
                &body.to_string(),
                &format!("{}{path}", self.session.url),
            ])
            .output()
            .unwrap();
        assert!(output.status.success(), "{path}: {output:?}");
    }
}

fn text(value: &Value, member: &str) -> String {
    let text = value[member].as_str();
    text.unwrap_or_else(|| panic!("no `{member}` in {value}"))
        .to_owned()
}

/// The variables that a command names.
fn variables(command: &str) -> Vec<String> {
    let names = command.split('$').skip(1).map(|rest| {
        rest.chars()
            .take_while(|letter| letter.is_ascii_uppercase() || *letter == '_')
            .collect::<String>()
    });
    let is_set = |name: &str| {
        command
            .lines()
            .any(|line| line.starts_with(&format!("{name}=")))
    };
    let mut names: Vec<String> = names
        .filter(|name| !name.is_empty() && !is_set(name))
        .collect();
    names.sort();
    names.dedup();
    names
}
