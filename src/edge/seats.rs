//! Who may come in: seats for the network, a few reserved ones, and separate ones for each side
//! lane, so that a crowd at the front door never locks out the owner or the metrics.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::EdgeConfig;
use crate::http::wire::Lane;

/// What a connection may do while it is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SeatKind {
    /// Anything, for as long as it likes.
    Regular,
    /// One request, and only one whose plan has `reserved_seat`.
    Reserved,
    /// To be told that the house is full.
    TurnedAway,
}

/// The seats of the house.
#[derive(Debug)]
pub(super) struct Seats {
    network: Row,
    control: Row,
    metrics: Row,
    redirect: Row,
    /// Those who are being told that the house is full. Their number is bounded too: beyond it
    /// the accept loop waits for one to leave, and newcomers wait in the kernel's backlog, which
    /// costs this process nothing. They are not left in the backlog from the start, because a
    /// caller whose request matters would then wait in the same line as the crowd that filled
    /// the house; with an answer at once, it can try again and find a reserved seat, which is
    /// free again after a second at most.
    door: Row,
}

#[derive(Debug)]
struct Row {
    taken: Arc<AtomicUsize>,
    regular: usize,
    reserved: usize,
}

/// A taken seat; dropping it frees it.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) kind: SeatKind,
    row: Arc<AtomicUsize>,
}

/// How many connections may be told at the same time that the house is full.
pub(super) const DOOR_PLACES: usize = 64;

impl Seats {
    pub(super) fn new(config: &EdgeConfig) -> Self {
        Self {
            network: Row::new(config.max_connections, config.reserved_seats),
            control: Row::new(config.side_lane_seats, 0),
            metrics: Row::new(config.side_lane_seats, 0),
            redirect: Row::new(config.side_lane_seats, 0),
            door: Row::new(DOOR_PLACES, 0),
        }
    }

    /// A seat in the lane's row, else a place at the door, else `None`.
    pub(super) fn take(&self, lane: Lane) -> Option<Seat> {
        let row = match lane {
            Lane::Network => &self.network,
            Lane::Control => &self.control,
            Lane::Metrics => &self.metrics,
            Lane::Redirect => &self.redirect,
        };
        row.take().or_else(|| {
            let mut place = self.door.take()?;
            place.kind = SeatKind::TurnedAway;
            Some(place)
        })
    }
}

impl Row {
    fn new(regular: usize, reserved: usize) -> Self {
        Self {
            taken: Arc::default(),
            regular,
            reserved,
        }
    }

    fn take(&self) -> Option<Seat> {
        let limit = self.regular.saturating_add(self.reserved);
        let before = self
            .taken
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |taken| {
                (taken < limit).then_some(taken.saturating_add(1))
            })
            .ok()?;
        let kind = if before < self.regular {
            SeatKind::Regular
        } else {
            SeatKind::Reserved
        };
        let row = Arc::clone(&self.taken);
        Some(Seat { kind, row })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.row.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(max_connections: usize, reserved_seats: usize) -> Seats {
        Seats::new(&EdgeConfig {
            max_connections,
            reserved_seats,
            side_lane_seats: 1,
            ..EdgeConfig::default()
        })
    }

    fn kind(seat: Option<&Seat>) -> Option<SeatKind> {
        seat.map(|seat| seat.kind)
    }

    #[test]
    fn a_row_fills_from_regular_to_reserved_to_the_door() {
        let seats = seats(1, 1);
        let regular = seats.take(Lane::Network);
        let reserved = seats.take(Lane::Network);
        let turned_away = seats.take(Lane::Network);
        assert_eq!(kind(regular.as_ref()), Some(SeatKind::Regular));
        assert_eq!(kind(reserved.as_ref()), Some(SeatKind::Reserved));
        assert_eq!(kind(turned_away.as_ref()), Some(SeatKind::TurnedAway));
        drop(reserved);
        let again = seats.take(Lane::Network);
        assert_eq!(kind(again.as_ref()), Some(SeatKind::Reserved));
    }

    #[test]
    fn a_full_network_leaves_the_side_lanes_free() {
        let seats = seats(1, 0);
        let _network = seats.take(Lane::Network);
        let control = seats.take(Lane::Control);
        let metrics = seats.take(Lane::Metrics);
        assert_eq!(kind(control.as_ref()), Some(SeatKind::Regular));
        assert_eq!(kind(metrics.as_ref()), Some(SeatKind::Regular));
        let second = seats.take(Lane::Control);
        assert_eq!(kind(second.as_ref()), Some(SeatKind::TurnedAway));
    }

    #[test]
    fn the_door_has_room_for_so_many_and_no_more() {
        let seats = seats(1, 0);
        let _regular = seats.take(Lane::Network);
        let door: Vec<_> = (0..DOOR_PLACES)
            .map(|_| seats.take(Lane::Network))
            .collect();
        assert!(door.iter().all(Option::is_some));
        assert!(seats.take(Lane::Network).is_none());
    }
}
