//! A secret is shown once: in the answer that makes it, and nowhere after.

use std::sync::{Arc, Mutex};

use portcullis::http::routes::{Method, ROUTES};
use serde_json::{Value, json};

use crate::harness::{PASSWORD, text};
use crate::world::World;

/// Everything that is logged, at every level.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn no_secret_is_seen_again() {
    let sink = Sink::default();
    let writer = sink.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // For the whole process: what other tests log meanwhile must not hold secrets either.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let world = World::new();
    let secrets = use_secrets(&world);
    let told = tell_everything(&world);
    let logged = String::from_utf8(sink.0.lock().unwrap().clone()).unwrap();
    assert!(
        logged.contains("/api/operators/login"),
        "requests are logged"
    );
    assert!(
        told.contains("operator.login") && told.contains("api_key.create"),
        "{told}"
    );
    for secret in secrets {
        for (place, text) in [("an answer", &told), ("the log", &logged)] {
            assert!(!text.contains(&secret), "`{secret}` is in {place}");
            // A key's first characters are shown, to tell keys apart; no more of them.
            let is_key = ["sk-", "op-", "se-", "set-", "pse-", "plk-"]
                .iter()
                .any(|kind| secret.starts_with(kind));
            if is_key {
                assert!(
                    !text.contains(&secret[7..20]),
                    "a part of `{secret}` is in {place}"
                );
                let digest = digest(&secret);
                assert!(
                    !text.contains(&digest),
                    "the digest of `{secret}` is in {place}"
                );
            }
        }
    }
}

fn digest(secret: &str) -> String {
    use sha2::{Digest as _, Sha256};
    let digest = Sha256::digest(secret.as_bytes());
    digest
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// Makes and uses every kind of secret, rightly and wrongly, and gives all of them.
fn use_secrets(world: &World) -> Vec<String> {
    let app = &world.app;
    let mut secrets = world.secrets();
    let login = |password: &str| {
        let body = json!({"username": "ada", "password": password});
        app.post("/api/operators/login", &body).send()
    };
    let signed_in = login(PASSWORD);
    let cookie = signed_in.header("set-cookie").unwrap();
    let session = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
    app.get("/api/operators/me")
        .header("cookie", &format!("__Host-portcullis={session}"))
        .ok(200);
    secrets.push(session);
    let visit = app.portal(&world.acme.key);
    app.get("/api/session").session(&visit).ok(200);
    secrets.push(visit.split_once('=').unwrap().1.to_owned());
    for wrong in ["a wrong password", "another wrong password"] {
        assert_eq!(login(wrong).status, 401);
        secrets.push(wrong.to_owned());
    }
    let target = format!("/api/operators/{}/password", world.auditor.id);
    let body = json!({"password": "a new password here", "current_password": "wrongly guessed"});
    app.post(&target, &body)
        .bearer(&world.auditor.token)
        .refused(422, "validation_failed");
    secrets.extend([
        "a new password here".to_owned(),
        "wrongly guessed".to_owned(),
    ]);
    let short = json!({"password": "tooshort+"});
    app.post(&target, &short)
        .bearer(&world.owner.token)
        .refused(422, "validation_failed");
    secrets.push("tooshort+".to_owned());
    let tokens = format!("/api/operators/{}/tokens", world.auditor.id);
    let token = app
        .post(&tokens, &json!({"name": "script"}))
        .bearer(&world.owner.token);
    secrets.push(text(&token.ok(201), "token"));
    secrets.push(app.key(
        &world.acme,
        &json!({"scopes": ["approve"], "holder": "Ada"}),
    ));
    let agent_key = app.key(&world.acme, &json!({"agent_id": "billing-bot"}));
    let question = json!({"agent_id": "other", "action": "a", "resource": "b"});
    app.post("/api/agents/check", &question)
        .bearer(&agent_key)
        .refused(403, "wrong_agent");
    secrets.push(agent_key);
    // A key with a typo is nearly a key.
    let mut typo = world.acme.key.clone();
    typo.replace_range(20..21, "_");
    app.get("/api/customers/me")
        .bearer(&typo)
        .refused(401, "invalid_key");
    secrets.push(typo);
    let in_body = json!({"agent_id": "bot", "api_key": "sk-in-the-wrong-place"});
    app.post("/api/agents/check", &in_body)
        .bearer(&world.acme.key)
        .refused(422, "validation_failed");
    secrets.push("sk-in-the-wrong-place".to_owned());
    secrets
}

/// Every answer to a reading route, and the whole log.
fn tell_everything(world: &World) -> String {
    let mut told = String::new();
    for route in ROUTES.iter().filter(|route| route.method == Method::Get) {
        let target = world.operators_target(route);
        let call = world.app.get(&target).local();
        let call = if route.need.roles.iter().next().is_none() {
            call.bearer(&world.acme.key)
        } else {
            call
        };
        told.push_str(&String::from_utf8_lossy(&call.send().body));
    }
    let mut cursor = String::new();
    loop {
        let target = format!("/api/logs?limit=100{cursor}");
        let page = world.app.get(&target).local().send();
        told.push_str(page.text());
        let Some(link) = page.header("link") else {
            return told;
        };
        let next = link
            .split("cursor=")
            .nth(1)
            .unwrap()
            .split('>')
            .next()
            .unwrap();
        cursor = format!("&cursor={next}");
    }
}

#[test]
fn debug_output_of_what_carries_secrets_tells_none() {
    use portcullis::app::Password;
    use portcullis::app::keys::IssuedKey;
    use portcullis::app::operators::{IssuedToken, NewOperator};
    use portcullis::domain::id::{KeyId, TokenId};
    use portcullis::domain::operator::Role;
    use portcullis::domain::secret::{Secret, SecretKind};
    use portcullis::domain::text::Username;
    use portcullis::live::Credential;

    let world = World::new();
    let secret = || Secret::parse(SecretKind::ApiKey, &world.acme.key).unwrap();
    let token = || Secret::parse(SecretKind::OperatorToken, &world.owner.token).unwrap();
    let live = world.app.http.app().live();
    let operators: Vec<_> = live.operators().cloned().collect();
    let tokens: Vec<_> = operators
        .iter()
        .flat_map(|operator| live.tokens_of(operator.id))
        .collect();
    let customers: Vec<Value> = Vec::new();
    let shown = format!(
        "{:?} {:?} {:?} {:?} {:?} {operators:?} {tokens:?} {customers:?} {:?}",
        IssuedKey {
            id: KeyId::from_bytes([1; 16]),
            secret: secret(),
        },
        IssuedToken {
            id: TokenId::from_bytes([1; 16]),
            secret: token(),
            expires_at: None,
        },
        NewOperator {
            username: Username::parse("ada").unwrap(),
            role: Role::Owner,
            password: Some(Password::chosen(PASSWORD).unwrap()),
            with_token: true,
        },
        Credential::Key(secret().digest()),
        Credential::Token(token().digest()),
        live.customers()
            .flat_map(|customer| customer.keys())
            .map(|key| key.key.as_ref())
            .collect::<Vec<_>>(),
    );
    for secret in world.secrets() {
        assert!(!shown.contains(&secret), "{shown}");
        assert!(!shown.contains(&digest(&secret)), "{shown}");
    }
    assert!(!shown.contains("argon2"), "{shown}");
}
