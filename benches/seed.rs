//! Fills a data directory with customers, agents and permissions, through the ledger like everybody
//! else, and prints one JSON line per customer with an API key: the world of `benches/compare.d`.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Parser;
use portcullis::app::agents::NewAgent;
use portcullis::app::customers::Registration;
use portcullis::app::environment::SystemEnvironment;
use portcullis::app::permissions::NewPermission;
use portcullis::app::{App, Caller, Promise};
use portcullis::domain::agent::AgentStatus;
use portcullis::domain::customer::Overrides;
use portcullis::domain::operator::Roles;
use portcullis::domain::pattern::Pattern;
use portcullis::domain::permission::Effect;
use portcullis::domain::text::{AgentId, Email, Name};
use portcullis::ledger::{DataDir, Hooks, Ledger};
use portcullis::live::{Credential, Need, Principal};
use portcullis::metrics::Metrics;

type Failure = Box<dyn std::error::Error>;

/// Changes that wait for the ledger at once; the local owner's lane holds 1,024.
const WINDOW: usize = 1000;

#[derive(Parser)]
struct Arguments {
    /// The data directory; made when it is missing.
    #[arg(long)]
    data_dir: PathBuf,
    /// Customers to register.
    #[arg(long, default_value_t = 200)]
    customers: u32,
    /// Agents of each.
    #[arg(long, default_value_t = 500)]
    agents: u32,
    /// Permissions of each agent.
    #[arg(long, default_value_t = 10)]
    permissions: u32,
}

fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    let directory = DataDir::take(&arguments.data_dir, "seed")?;
    let ledger = Arc::new(Ledger::open(
        directory,
        portcullis::ledger::Settings::default(),
        Arc::default(),
        Arc::new(SystemEnvironment::default()),
        Arc::new(Metrics::default()),
        Hooks::default(),
    )?);
    let app = App::new(Arc::clone(&ledger));
    let caller = Caller {
        credential: Credential::Local,
        need: Need {
            anyone: false,
            scopes: &[],
            roles: Roles::OWNER,
        },
        principal: Principal::Local,
        charged_to: None,
        request_id: "seed".to_owned(),
    };
    for number in 0..arguments.customers {
        let registration = Registration {
            name: Name::parse(&format!("Customer {number}"))?,
            email: Email::parse(&format!("customer-{number}@example.com"))?,
            tier: Some("enterprise".to_owned()),
            overrides: Overrides {
                max_requests_per_minute: Some(10_000_000),
                max_agents: Some(arguments.agents),
                ..Overrides::default()
            },
        };
        let registered = app.register(&caller, registration)?.recv()??.value;
        let id = registered.customer_id;
        let mut agents = Window::default();
        for agent in 0..arguments.agents {
            let new = NewAgent {
                id: Some(agent_id(agent)?),
                name: Name::parse(&format!("Agent {agent}"))?,
                owner: Name::parse("operations")?,
                status: AgentStatus::Active,
            };
            agents.push(app.create_agent(&caller, id, new))?;
        }
        agents.finish()?;
        let mut permissions = Window::default();
        for agent in 0..arguments.agents {
            for permission in 0..arguments.permissions {
                let new = NewPermission {
                    agent_id: agent_id(agent)?,
                    action: Pattern::action(&format!("action-{permission}"))?,
                    resource: Pattern::resource(&format!("resource-{permission}/*"))?,
                    effect: Effect::Allow,
                    expires_at: None,
                };
                permissions.push(app.create_permission(&caller, id, new))?;
            }
        }
        permissions.finish()?;
        let line = serde_json::json!({
            "customer_id": id, "api_key": registered.key.secret.reveal(),
        });
        println!("{line}");
    }
    ledger.close();
    Ok(())
}

fn agent_id(number: u32) -> Result<AgentId, Failure> {
    Ok(AgentId::parse(&format!("agent-{number:04}"))?)
}

/// Promises that are waited for in order, a bounded number at a time.
struct Window<T>(VecDeque<Promise<T>>);

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<T: 'static> Window<T> {
    fn push(&mut self, promise: Promise<T>) -> Result<(), Failure> {
        self.0.push_back(promise);
        if self.0.len() >= WINDOW
            && let Some(first) = self.0.pop_front()
        {
            first.recv()??;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Failure> {
        for promise in self.0.drain(..) {
            promise.recv()??;
        }
        Ok(())
    }
}
