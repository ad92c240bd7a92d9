//! What has moved, by kind: numbers that only grow, for those who want to know when to look again.

/// A kind of thing that lists show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The log.
    Log,
    /// Requests for approval and what became of them.
    Approvals,
    /// Kill switches.
    Kills,
    /// Customers themselves.
    Customers,
    /// Agents.
    Agents,
    /// Permissions.
    Permissions,
    /// API keys.
    Keys,
    /// Operators, their tokens, sessions and setup links.
    Operators,
    /// Requests for a quote.
    Quotes,
    /// The configuration in force.
    Settings,
    /// Backups.
    Backups,
    /// Messages to the outside.
    Outbox,
}

impl Topic {
    /// All of them, in their order.
    pub const ALL: [Self; 12] = [
        Self::Log,
        Self::Approvals,
        Self::Kills,
        Self::Customers,
        Self::Agents,
        Self::Permissions,
        Self::Keys,
        Self::Operators,
        Self::Quotes,
        Self::Settings,
        Self::Backups,
        Self::Outbox,
    ];

    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Approvals => "approvals",
            Self::Kills => "kills",
            Self::Customers => "customers",
            Self::Agents => "agents",
            Self::Permissions => "permissions",
            Self::Keys => "keys",
            Self::Operators => "operators",
            Self::Quotes => "quotes",
            Self::Settings => "settings",
            Self::Backups => "backups",
            Self::Outbox => "outbox",
        }
    }
}

/// A number for each topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks([u64; Topic::ALL.len()]);

impl Marks {
    /// The topics moved.
    pub(super) fn note(&mut self, topics: &[Topic]) {
        for topic in topics {
            if let Some(mark) = self.0.get_mut(*topic as usize) {
                *mark += 1;
            }
        }
    }

    /// What is counted elsewhere.
    #[must_use]
    pub fn with(mut self, topic: Topic, value: u64) -> Self {
        if let Some(mark) = self.0.get_mut(topic as usize) {
            *mark = value;
        }
        self
    }

    /// The number of a topic.
    pub fn of(&self, topic: Topic) -> u64 {
        self.0.get(topic as usize).copied().unwrap_or_default()
    }

    /// The topics that have moved since.
    pub fn moved_since(&self, before: &Self) -> Vec<Topic> {
        let moved = |topic: &Topic| self.of(*topic) != before.of(*topic);
        Topic::ALL.into_iter().filter(moved).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_told_and_nothing_else() {
        let before = Marks::default();
        let mut after = before;
        assert_eq!(after.moved_since(&before), []);
        after.note(&[Topic::Kills, Topic::Approvals]);
        let after = after.with(Topic::Log, 7);
        assert_eq!(
            after.moved_since(&before),
            [Topic::Log, Topic::Approvals, Topic::Kills]
        );
        for (place, topic) in Topic::ALL.into_iter().enumerate() {
            assert_eq!(topic as usize, place, "the order is that of the numbers");
        }
    }
}
