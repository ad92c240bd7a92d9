//! What applied when: rows that are only ever added, one for each time that terms changed.

use rusqlite::{Connection, Row, params};

use super::error::StoreError;
use super::load::{Sink, customer, text, time};
use super::read::Reader;
use super::write::Writer;
use crate::domain::id::CustomerId;
use crate::domain::month::Month;
use crate::domain::mutation::Mutation;
use crate::domain::quota::QuotaNotice;
use crate::domain::terms::{CustomerTerms, TierTerms};
use crate::domain::tier::Tiers;
use crate::domain::time::{Day, Timestamp};

impl Writer {
    /// Notes a customer's terms, if they are others than before.
    pub(super) fn note_terms(
        &self,
        customer_no: i64,
        terms: &CustomerTerms,
    ) -> Result<(), StoreError> {
        let mut insert = self.prepare(
            "WITH last AS (SELECT * FROM customer_terms WHERE customer_no = ?1
               ORDER BY place DESC LIMIT 1)
             INSERT INTO customer_terms (customer_no, place, since, tier, price_usd_month,
               max_checks_per_month, is_active)
             SELECT ?1, coalesce((SELECT place FROM last), 0) + 1, ?2, ?3, ?4, ?5, ?6
             WHERE NOT EXISTS (SELECT 1 FROM last WHERE tier = ?3 AND price_usd_month IS ?4
               AND max_checks_per_month IS ?5 AND is_active = ?6)",
        )?;
        insert
            .execute(params![
                customer_no,
                terms.since.as_micros(),
                &*terms.tier,
                terms.price_usd_month,
                terms.max_checks_per_month.map(u64::cast_signed),
                terms.is_active,
            ])
            .map_err(StoreError::sqlite("cannot note a customer's terms"))?;
        Ok(())
    }

    /// Notes what tiers offer from that moment on, where it is something else than before.
    pub fn offer(&self, tiers: &Tiers, since: Timestamp) -> Result<(), StoreError> {
        self.note_offers(
            "WITH last AS (SELECT * FROM tier_terms WHERE tier = ?2 ORDER BY no DESC LIMIT 1)
             INSERT INTO tier_terms (since, tier, title, price_usd_month, max_checks_per_month)
             SELECT ?1, ?2, ?3, ?4, ?5
             WHERE NOT EXISTS (SELECT 1 FROM last WHERE title = ?3 AND price_usd_month IS ?4
               AND max_checks_per_month IS ?5)",
            tiers,
            since,
        )
    }

    /// Notes what tiers offer of which nothing was ever noted.
    pub fn offer_first(&self, tiers: &Tiers, since: Timestamp) -> Result<(), StoreError> {
        self.note_offers(
            "INSERT INTO tier_terms (since, tier, title, price_usd_month, max_checks_per_month)
             SELECT ?1, ?2, ?3, ?4, ?5
             WHERE NOT EXISTS (SELECT 1 FROM tier_terms WHERE tier = ?2)",
            tiers,
            since,
        )
    }

    fn note_offers(
        &self,
        sql: &'static str,
        tiers: &Tiers,
        since: Timestamp,
    ) -> Result<(), StoreError> {
        let mut insert = self.prepare(sql)?;
        for tier in tiers.iter() {
            let terms = TierTerms::of(tier, since);
            insert
                .execute(params![
                    terms.since.as_micros(),
                    &*terms.tier,
                    &*terms.title,
                    terms.price_usd_month,
                    terms.max_checks_per_month.map(u64::cast_signed),
                ])
                .map_err(StoreError::sqlite("cannot note what a tier offers"))?;
        }
        Ok(())
    }

    pub(super) fn note_quota(&self, notice: &QuotaNotice) -> Result<(), StoreError> {
        let number = self.customer_number(notice.customer_id)?;
        let mut insert = self.prepare(
            "INSERT INTO quota_notices (customer_no, month, percent, at) VALUES (?1, ?2, ?3, ?4)",
        )?;
        insert
            .execute(params![
                number,
                notice.month.first().number(),
                notice.percent,
                notice.at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot note how far a quota is used"))?;
        Ok(())
    }

    /// Those of the newest month that has any: it is the only one in which there can be more.
    pub(super) fn load_quota_notices(
        &self,
        customers: &std::collections::HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<(), StoreError> {
        self.each(
            "SELECT customer_no, month, percent, at FROM quota_notices
             WHERE month = (SELECT max(month) FROM quota_notices) ORDER BY percent",
            |row| {
                sink(Mutation::NoteQuota(QuotaNotice {
                    customer_id: customer(customers, row, 0)?,
                    month: Month::of(Day::from_number(row.get(1)?)),
                    percent: row.get(2)?,
                    at: time(row, 3)?,
                }));
                Ok(())
            },
        )
    }
}

impl Reader {
    /// A customer's terms in the order in which they came into force.
    pub fn customer_terms(&self, customer: CustomerId) -> Result<Vec<CustomerTerms>, StoreError> {
        let connection = self.connection()?;
        customer_terms_of(&connection, customer)
            .map_err(StoreError::sqlite("cannot read a customer's terms"))
    }

    /// What tiers offered, in the order in which it came into force.
    pub fn tier_terms(&self) -> Result<Vec<TierTerms>, StoreError> {
        let connection = self.connection()?;
        tier_terms_of(&connection).map_err(StoreError::sqlite("cannot read what tiers offered"))
    }
}

pub(super) fn customer_terms_of(
    connection: &Connection,
    customer: CustomerId,
) -> rusqlite::Result<Vec<CustomerTerms>> {
    let mut statement = connection.prepare_cached(
        "SELECT since, tier, price_usd_month, max_checks_per_month, is_active
         FROM customer_terms
         WHERE customer_no = (SELECT no FROM customers WHERE id = ?1) ORDER BY place",
    )?;
    let rows = statement.query_map([&customer.to_bytes()[..]], |row| {
        Ok(CustomerTerms {
            since: time(row, 0)?,
            tier: text(row, 1)?.into(),
            price_usd_month: row.get(2)?,
            max_checks_per_month: quota(row, 3)?,
            is_active: row.get(4)?,
        })
    })?;
    rows.collect()
}

pub(super) fn tier_terms_of(connection: &Connection) -> rusqlite::Result<Vec<TierTerms>> {
    let mut statement = connection.prepare_cached(
        "SELECT since, tier, title, price_usd_month, max_checks_per_month
         FROM tier_terms ORDER BY no",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(TierTerms {
            since: time(row, 0)?,
            tier: text(row, 1)?.into(),
            title: text(row, 2)?.into(),
            price_usd_month: row.get(3)?,
            max_checks_per_month: quota(row, 4)?,
        })
    })?;
    rows.collect()
}

fn quota(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<u64>> {
    let found: Option<i64> = row.get(column)?;
    Ok(found.map(i64::cast_unsigned))
}
