//! The routes themselves: a file for each chapter or two of the API, and all of them as one table.
//! A row says who may call, what it takes, answers and leaves on record; a handler is only named
//! here, and nothing is decided.

#[macro_use]
mod row;

mod agents;
mod approvals;
mod billing;
mod checks;
mod customers;
mod lists;
mod log;
mod operators;
mod outbox;
mod quotes;
mod service;
mod sessions;
mod system;

use super::routes::Route;
use row::ROW;

/// Every route that the appliance answers, in the order of the API's chapters.
pub static ROUTES: &[Route] = &ALL;

static ALL: [Route; count(CHAPTERS)] = joined(CHAPTERS);

/// The chapters as the API reference has them.
const CHAPTERS: &[&[Route]] = &[
    customers::ROUTES,
    outbox::ROUTES,
    billing::ROUTES,
    agents::ROUTES,
    checks::ROUTES,
    approvals::ROUTES,
    log::ROUTES,
    sessions::ROUTES,
    quotes::ROUTES,
    lists::ROUTES,
    operators::ROUTES,
    system::ROUTES,
    service::ROUTES,
];

const fn count(mut chapters: &[&[Route]]) -> usize {
    let mut count = 0;
    while let Some((chapter, rest)) = chapters.split_first() {
        count += chapter.len();
        chapters = rest;
    }
    count
}

/// The chapters' rows one after another; `N` is how many there are.
const fn joined<const N: usize>(mut chapters: &[&[Route]]) -> [Route; N] {
    let mut all = [ROW; N];
    let mut places: &mut [Route] = &mut all;
    while let Some((chapter, rest)) = chapters.split_first() {
        let mut chapter = *chapter;
        while let Some((route, later)) = chapter.split_first() {
            let Some((place, free)) = places.split_first_mut() else {
                return all;
            };
            *place = *route;
            places = free;
            chapter = later;
        }
        chapters = rest;
    }
    all
}
