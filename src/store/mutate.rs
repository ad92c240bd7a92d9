//! Mutations as SQL.

use rusqlite::params;

use super::error::StoreError;
use super::write::{CONFIGURATION, Writer};
use crate::domain::agent::Agent;
use crate::domain::approval::Approval;
use crate::domain::customer::{Customer, DeactivatedBy};
use crate::domain::id::{CustomerId, PermissionId, SetupLinkId};
use crate::domain::key::ApiKey;
use crate::domain::kill::{KillSwitch, KillTarget};
use crate::domain::mutation::Mutation;
use crate::domain::operator::{Operator, OperatorToken, Session, SetupLink, SetupPurpose};
use crate::domain::permission::Permission;
use crate::domain::terms::CustomerTerms;
use crate::domain::text::{AgentId, Username};
use crate::domain::time::Timestamp;

fn micros(time: Option<Timestamp>) -> Option<i64> {
    time.map(Timestamp::as_micros)
}

/// The columns that name a kill switch's target.
fn target_columns<'a>(
    writer: &Writer,
    target: &'a KillTarget,
) -> Result<(&'static str, Option<i64>, Option<&'a str>), StoreError> {
    Ok(match target {
        KillTarget::System => ("system", None, None),
        KillTarget::Customer(id) => ("customer", Some(writer.customer_number(*id)?), None),
        KillTarget::Agent(id, agent) => (
            "agent",
            Some(writer.customer_number(*id)?),
            Some(agent.as_str()),
        ),
    })
}

impl Writer {
    /// Applies one mutation; belongs inside a batch.
    pub fn apply(&mut self, mutation: &Mutation) -> Result<(), StoreError> {
        match mutation {
            Mutation::SaveCustomer(customer) => self.save_customer(customer),
            Mutation::SaveSubscription(subscription) => self.save_subscription(subscription),
            Mutation::NoteStripeEvent(event) => self.note_stripe_event(event),
            Mutation::SaveKey(key) => self.save_key(key),
            Mutation::SaveKeyLink(link) => self.save_key_link(link),
            Mutation::CloseKeyLink(link) => self.close_key_link(link),
            Mutation::SaveMessage(message) => self.save_message(message),
            Mutation::ForgetMessages(ids) => self.forget_messages(ids),
            Mutation::SaveAgent(agent) => self.save_agent(agent),
            Mutation::DeleteAgent(customer, agent) => self.delete_agent(*customer, agent),
            Mutation::AddPermission(permission) => self.add_permission(permission),
            Mutation::DeletePermission(_, id) => self.delete_permission(*id),
            Mutation::Engage(kill) => self.engage(kill),
            Mutation::Release(target) => self.release_kill(target),
            Mutation::SaveApproval(approval) => self.save_approval(approval),
            Mutation::SaveOperator(operator) => self.save_operator(operator),
            Mutation::SaveToken(token) => self.save_token(token),
            Mutation::OpenSession(session) => self.open_session(session),
            Mutation::CloseSession(session) => self.close_session(session),
            Mutation::Configure(configuration, since) => {
                self.set_meta(CONFIGURATION, &configuration.settings)?;
                self.offer(&configuration.live.tiers, *since)
            }
            Mutation::NoteQuota(notice) => self.note_quota(notice),
            Mutation::SaveQuote(quote) => self.save_quote(quote),
            Mutation::DeleteQuote(id) => self.delete_quote(*id),
            Mutation::OpenSetupLink(link) => self.open_setup_link(link),
            Mutation::CloseSetupLink(id) => self.close_setup_link(*id),
            Mutation::OpenPortalSession(session) => self.open_portal_session(session),
            Mutation::ClosePortalSession(session) => self.close_portal_session(session),
            Mutation::OpenPortalLink(link) => self.open_portal_link(link),
            Mutation::ClosePortalLink(link) => self.close_portal_link(link),
        }
    }

    fn save_customer(&mut self, customer: &Customer) -> Result<(), StoreError> {
        let over = &customer.overrides;
        let mut upsert = self.prepare(
            "INSERT INTO customers (id, name, email, tier, max_agents, max_requests_per_minute,
               max_api_keys, max_checks_per_month, price_usd_month, time_zone, is_active,
               deactivated_by, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             ON CONFLICT (id) DO UPDATE SET
               name = excluded.name, email = excluded.email, tier = excluded.tier,
               max_agents = excluded.max_agents,
               max_requests_per_minute = excluded.max_requests_per_minute,
               max_api_keys = excluded.max_api_keys,
               max_checks_per_month = excluded.max_checks_per_month,
               price_usd_month = excluded.price_usd_month, time_zone = excluded.time_zone,
               is_active = excluded.is_active, deactivated_by = excluded.deactivated_by,
               updated_at = excluded.updated_at
             RETURNING no",
        )?;
        let number: i64 = upsert
            .query_row(
                params![
                    customer.id.to_bytes().as_slice(),
                    customer.name.as_str(),
                    customer.email.as_str(),
                    &*customer.tier,
                    over.max_agents,
                    over.max_requests_per_minute,
                    over.max_api_keys,
                    over.max_checks_per_month.map(u64::cast_signed),
                    over.price_usd_month,
                    customer.time_zone.as_str(),
                    customer.is_active,
                    customer.deactivated_by.map(DeactivatedBy::word),
                    customer.created_at.as_micros(),
                    customer.updated_at.as_micros(),
                ],
                |row| row.get(0),
            )
            .map_err(StoreError::sqlite("cannot save a customer"))?;
        drop(upsert);
        if self.customer_numbers.insert(customer.id, number).is_none() {
            self.made_in_batch.push(customer.id);
        }
        self.note_terms(number, &CustomerTerms::of(customer))
    }

    fn save_key(&mut self, key: &ApiKey) -> Result<(), StoreError> {
        let customer = self.customer_number(key.customer_id)?;
        let mut upsert = self.prepare(
            "INSERT INTO api_keys (id, customer_no, name, prefix, digest, scopes, agent_id, holder,
               created_at, created_by, expires_at, revoked_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (id) DO UPDATE SET
               name = excluded.name, expires_at = excluded.expires_at,
               revoked_at = excluded.revoked_at",
        )?;
        upsert
            .execute(params![
                key.id.to_bytes().as_slice(),
                customer,
                key.name.as_str(),
                key.prefix,
                key.digest.as_bytes().as_slice(),
                key.scopes.to_bits(),
                key.agent_id.as_ref().map(AgentId::as_str),
                key.holder.as_ref().map(crate::domain::text::Name::as_str),
                key.created_at.as_micros(),
                key.created_by.to_stored(),
                micros(key.expires_at),
                micros(key.revoked_at),
            ])
            .map_err(StoreError::sqlite("cannot save an API key"))?;
        Ok(())
    }

    fn save_agent(&mut self, agent: &Agent) -> Result<(), StoreError> {
        let customer = self.customer_number(agent.customer_id)?;
        let mut upsert = self.prepare(
            "INSERT INTO agents (customer_no, id, name, owner, status, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (customer_no, id) DO UPDATE SET
               name = excluded.name, owner = excluded.owner, status = excluded.status,
               updated_at = excluded.updated_at",
        )?;
        upsert
            .execute(params![
                customer,
                agent.id.as_str(),
                agent.name.as_str(),
                agent.owner.as_str(),
                agent.status.word(),
                agent.created_at.as_micros(),
                agent.updated_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot save an agent"))?;
        Ok(())
    }

    fn delete_agent(&mut self, customer: CustomerId, agent: &AgentId) -> Result<(), StoreError> {
        let customer = self.customer_number(customer)?;
        let mut delete = self.prepare("DELETE FROM agents WHERE customer_no = ?1 AND id = ?2")?;
        let gone = delete
            .execute(params![customer, agent.as_str()])
            .map_err(StoreError::sqlite("cannot delete an agent"))?;
        if gone == 1 {
            Ok(())
        } else {
            Err(StoreError::Missing("agent"))
        }
    }

    fn add_permission(&mut self, permission: &Permission) -> Result<(), StoreError> {
        let customer = self.customer_number(permission.customer_id)?;
        let mut insert = self.prepare(
            "INSERT INTO permissions
               (id, agent_no, action, resource, effect, condition, expires_at, created_at)
             SELECT ?1, no, ?4, ?5, ?6, NULL, ?7, ?8 FROM agents
             WHERE customer_no = ?2 AND id = ?3",
        )?;
        // No condition has a value yet, so there is none that this would lose.
        if let Some(condition) = permission.condition {
            match condition {}
        }
        let made = insert
            .execute(params![
                permission.id.to_bytes().as_slice(),
                customer,
                permission.agent_id.as_str(),
                permission.action.as_str(),
                permission.resource.as_str(),
                permission.effect.word(),
                micros(permission.expires_at),
                permission.created_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot add a permission"))?;
        if made == 1 {
            Ok(())
        } else {
            Err(StoreError::Missing("agent"))
        }
    }

    fn delete_permission(&mut self, id: PermissionId) -> Result<(), StoreError> {
        let mut delete = self.prepare("DELETE FROM permissions WHERE id = ?1")?;
        let gone = delete
            .execute([id.to_bytes().as_slice()])
            .map_err(StoreError::sqlite("cannot delete a permission"))?;
        if gone == 1 {
            Ok(())
        } else {
            Err(StoreError::Missing("permission"))
        }
    }

    fn engage(&mut self, kill: &KillSwitch) -> Result<(), StoreError> {
        let (level, customer, agent) = target_columns(self, &kill.target)?;
        let mut upsert = self.prepare(
            "INSERT INTO kill_switches
               (level, customer_no, agent_id, authority, engaged_by, reason, engaged_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (level, coalesce(customer_no, 0), coalesce(agent_id, '')) DO UPDATE SET
               authority = excluded.authority, engaged_by = excluded.engaged_by,
               reason = excluded.reason, engaged_at = excluded.engaged_at",
        )?;
        upsert
            .execute(params![
                level,
                customer,
                agent,
                kill.authority.word(),
                kill.engaged_by.to_stored(),
                kill.reason,
                kill.engaged_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot engage a kill switch"))?;
        Ok(())
    }

    fn release_kill(&mut self, target: &KillTarget) -> Result<(), StoreError> {
        let (level, customer, agent) = target_columns(self, target)?;
        let mut delete = self.prepare(
            "DELETE FROM kill_switches
             WHERE level = ?1 AND customer_no IS ?2 AND agent_id IS ?3",
        )?;
        let gone = delete
            .execute(params![level, customer, agent])
            .map_err(StoreError::sqlite("cannot release a kill switch"))?;
        if gone == 1 {
            Ok(())
        } else {
            Err(StoreError::Missing("kill switch"))
        }
    }

    fn save_approval(&mut self, approval: &Approval) -> Result<(), StoreError> {
        let customer = self.customer_number(approval.customer_id)?;
        let trace =
            serde_json::to_string(&approval.trace[..]).map_err(|error| StoreError::Unreadable {
                what: "the trace of an approval",
                why: error.to_string(),
            })?;
        let mut upsert = self.prepare(
            "INSERT INTO approvals (id, customer_no, binding, agent_id, action, resource, context,
               trace, asked_by, status, created_at, expires_at, settled_at, settled_by, claim, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
             ON CONFLICT (id) DO UPDATE SET
               status = excluded.status, settled_at = excluded.settled_at,
               settled_by = excluded.settled_by, claim = excluded.claim, notes = excluded.notes",
        )?;
        let settled = approval.settlement.as_ref();
        upsert
            .execute(params![
                approval.id.to_bytes().as_slice(),
                customer,
                approval.binding.as_bytes().as_slice(),
                approval.agent_id.as_str(),
                approval.action.as_str(),
                approval.resource.as_str(),
                approval.context.as_str(),
                trace,
                approval.asked_by.to_stored(),
                approval.status.word(),
                approval.created_at.as_micros(),
                approval.expires_at.as_micros(),
                settled.map(|settlement| settlement.at.as_micros()),
                settled.map(|settlement| settlement.by.to_stored()),
                settled.and_then(|settlement| settlement.claim.as_deref()),
                settled.and_then(|settlement| settlement.notes.as_deref()),
            ])
            .map_err(StoreError::sqlite("cannot save an approval"))?;
        Ok(())
    }

    fn save_operator(&mut self, operator: &Operator) -> Result<(), StoreError> {
        let mut upsert = self.prepare(
            "INSERT INTO operators
               (id, username, role, password, is_disabled, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET
               role = excluded.role, password = excluded.password,
               is_disabled = excluded.is_disabled, updated_at = excluded.updated_at",
        )?;
        upsert
            .execute(params![
                operator.id.to_bytes().as_slice(),
                operator.username.as_str(),
                operator.role.word(),
                operator
                    .password
                    .as_ref()
                    .map(crate::domain::operator::PasswordHash::as_phc),
                operator.is_disabled,
                operator.created_at.as_micros(),
                operator.updated_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot save an operator"))?;
        Ok(())
    }

    fn save_token(&mut self, token: &OperatorToken) -> Result<(), StoreError> {
        let mut upsert = self.prepare(
            "INSERT INTO operator_tokens
               (id, operator_id, name, prefix, digest, created_at, expires_at, revoked_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET revoked_at = excluded.revoked_at",
        )?;
        upsert
            .execute(params![
                token.id.to_bytes().as_slice(),
                token.operator_id.to_bytes().as_slice(),
                token.name.as_str(),
                token.prefix,
                token.digest.as_bytes().as_slice(),
                token.created_at.as_micros(),
                micros(token.expires_at),
                micros(token.revoked_at),
            ])
            .map_err(StoreError::sqlite("cannot save an operator token"))?;
        Ok(())
    }

    fn open_session(&mut self, session: &Session) -> Result<(), StoreError> {
        let mut insert = self.prepare(
            "INSERT INTO operator_sessions (id, operator_id, digest, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        insert
            .execute(params![
                session.id.to_bytes().as_slice(),
                session.operator_id.to_bytes().as_slice(),
                session.digest.as_bytes().as_slice(),
                session.created_at.as_micros(),
                session.expires_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot open a session"))?;
        Ok(())
    }

    fn close_session(&mut self, session: &Session) -> Result<(), StoreError> {
        let mut delete = self.prepare("DELETE FROM operator_sessions WHERE id = ?1")?;
        delete
            .execute([session.id.to_bytes().as_slice()])
            .map_err(StoreError::sqlite("cannot close a session"))?;
        Ok(())
    }

    /// There is one at most: a new one ends the one before.
    fn open_setup_link(&mut self, link: &SetupLink) -> Result<(), StoreError> {
        let mut clear = self.prepare("DELETE FROM setup_links")?;
        clear
            .execute([])
            .map_err(StoreError::sqlite("cannot end a setup link"))?;
        drop(clear);
        let (username, role, operator) = match &link.purpose {
            SetupPurpose::Make { username, role } => (
                username.as_ref().map(Username::as_str),
                Some(role.word()),
                None,
            ),
            SetupPurpose::Recover(id) => (None, None, Some(id.to_bytes())),
        };
        let mut insert = self.prepare(
            "INSERT INTO setup_links
               (id, digest, username, role, operator_id, opened_by, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        insert
            .execute(params![
                link.id.to_bytes().as_slice(),
                link.digest.as_bytes().as_slice(),
                username,
                role,
                operator,
                link.opened_by.to_stored(),
                link.created_at.as_micros(),
                link.expires_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot open a setup link"))?;
        Ok(())
    }

    fn close_setup_link(&mut self, id: SetupLinkId) -> Result<(), StoreError> {
        let mut delete = self.prepare("DELETE FROM setup_links WHERE id = ?1")?;
        delete
            .execute([id.to_bytes().as_slice()])
            .map_err(StoreError::sqlite("cannot close a setup link"))?;
        Ok(())
    }
}
