//! What stands on every statement besides the numbers.

/// Who bills, and how it is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Billing {
    /// The lines at the head of statements: name and address of whoever bills.
    pub issuer: Vec<String>,
    /// Days in which a statement is to be paid.
    pub payment_days: u64,
    /// A sentence at its foot, such as the account to pay into.
    pub note: String,
}

impl Default for Billing {
    fn default() -> Self {
        Self {
            issuer: Vec::new(),
            payment_days: 30,
            note: String::new(),
        }
    }
}
