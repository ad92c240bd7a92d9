//! The HTTP application: routes as data, authentication, bodies, errors, one file per resource.

pub mod wire;
