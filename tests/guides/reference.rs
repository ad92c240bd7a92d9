//! The reference of the API: each of its commands is run on an appliance with real things in the place
//! of the example's, and answers what the reference says.

use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use portcullis::http::documents::reference::{Example, examples};
use portcullis::http::routes::Method;
use serde_json::Value;

use crate::compare;
use crate::things::World;

/// What is not as the reference says.
fn fault(world: &mut World, example: &Example) -> Option<String> {
    let Example { route, command } = example;
    let doc = &route.doc;
    let command = world.put_into(route, command);
    // A stream goes on; what came in a second is looked at.
    let ends = if route.stays_open {
        " --max-time 1 || test $? = 28"
    } else {
        ""
    };
    let script = format!("{command} -o answer -w '%{{http_code}} %{{content_type}}'{ends}\n");
    let printed = match world.session.run(&script) {
        Ok(printed) => printed,
        Err(broken) => return Some(format!("{broken:?}")),
    };
    let answer = fs::read(world.session.work().join("answer")).unwrap_or_default();
    let answer = String::from_utf8_lossy(&answer);
    let (status, media) = printed.stdout.split_once(' ').unwrap_or_default();
    if status != doc.status.to_string() {
        return Some(format!(
            "answers {status}, not {}\n{script}{answer}",
            doc.status
        ));
    }
    if doc.media != "*/*" && !media.starts_with(doc.media) {
        return Some(format!("answers `{media}`, not `{}`", doc.media));
    }
    let shown: Value = serde_json::from_str(doc.example).ok()?;
    let came = serde_json::from_str(&answer);
    match came {
        Ok(came) => compare::shape("", &shown, &came)
            .err()
            .map(|fault| format!("{fault}\n{answer}")),
        Err(error) => Some(format!("{error}: {answer}")),
    }
}

#[test]
fn every_command_of_the_reference_answers_what_it_says() {
    let only = std::env::var("GUIDES_ROUTE").unwrap_or_default();
    let examples: Vec<Example> = examples()
        .into_iter()
        .filter(|example| example.route.path.contains(&only))
        .collect();
    let (next, faults) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let (shared, changing): (Vec<&Example>, Vec<&Example>) = examples
        .iter()
        .partition(|example| example.route.method == Method::Get);
    let look = |world: &mut World, example: &Example| {
        if let Some(fault) = fault(world, example) {
            let (method, path) = (example.route.method.word(), example.route.path);
            faults
                .lock()
                .unwrap()
                .push(format!("{method} {path}: {fault}"));
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let Some(first) = shared.first() else { return };
            let mut world = World::of(first.route);
            for example in &shared {
                look(&mut world, example);
            }
        });
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(example) = changing.get(next.fetch_add(1, Ordering::Relaxed)) {
                    look(&mut World::of(example.route), example);
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        examples.len(),
        faults.join("\n\n")
    );
}

#[test]
fn a_false_example_is_found() {
    let all = examples();
    let find = |path: &str| {
        all.iter()
            .find(|example| example.route.path == path)
            .unwrap()
    };
    let tiers = find("/api/tiers");
    let mut world = World::of(tiers.route);
    assert_eq!(fault(&mut world, tiers), None);
    for lie in [
        Example {
            route: tiers.route,
            command: tiers.command.replace("/api/tiers", "/api/tears"),
        },
        Example {
            route: find("/health").route,
            command: tiers.command.clone(),
        },
        Example {
            route: find("/docs").route,
            command: tiers.command.clone(),
        },
    ] {
        assert!(fault(&mut world, &lie).is_some(), "{}", lie.command);
    }
}
