//! One request as a handler sees it: admitted, charged, and with its customer found.

use std::io::Read as _;
use std::net::IpAddr;
use std::sync::Arc;

use rouille::Request;

use super::fields::{Body, Field};
use super::wire::Lane;
use crate::app::versions::Expected;
use crate::app::{App, Caller, Error};
use crate::domain::id::CustomerId;
use crate::domain::time::Timestamp;
use crate::live::{CustomerState, Live};

/// The values of a path's variable segments, percent-decoded.
#[derive(Debug, Clone, Default)]
pub struct Params(pub(super) Vec<(&'static str, String)>);

impl Params {
    /// The segment that the route calls by that name.
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value.as_str())
    }
}

/// One request. Only the gate makes one, so that no handler runs without its caller.
pub struct Call<'a> {
    /// The application.
    pub app: &'a Arc<App>,
    /// The state that the request was admitted on.
    pub live: &'a Live,
    /// The time of admission.
    pub now: Timestamp,
    /// Who calls.
    pub caller: &'a Caller,
    /// The customer that the call is about: the key's own, or the one that an operator names.
    pub customer: Option<CustomerId>,
    /// The path's variable segments.
    pub params: Params,
    /// The request.
    pub request: &'a Request,
    /// The room, for what it counts and is told.
    pub http: &'a super::Http,
    /// Whether a session cookie would be safe on this connection.
    pub may_hold_session: bool,
    /// The road that it came on.
    pub lane: Lane,
}

impl Call<'_> {
    /// The customer's identifier; where a route names none this is a defect of the table.
    pub fn customer_id(&self) -> Result<CustomerId, Error> {
        self.customer.ok_or(Error::NotFound("customer"))
    }

    /// The customer's state.
    pub fn state(&self) -> Result<&Arc<CustomerState>, Error> {
        self.live
            .customer(self.customer_id()?)
            .ok_or(Error::NotFound("customer"))
    }

    /// The customer that calls, where only a customer will do.
    pub fn own_state(&self) -> Result<&Arc<CustomerState>, Error> {
        let own = self.caller.principal.own_state();
        own.ok_or_else(|| crate::live::NotAdmitted::KeyNeeded.into())
    }

    /// The body, read against what the route takes.
    pub fn body(&self, fields: &[Field]) -> Result<Body, Error> {
        let bytes = self.bytes()?;
        if !bytes.is_empty() && essence(self.request.header("Content-Type")) != "application/json" {
            return Err(Error::UnsupportedMediaType);
        }
        Body::read(&bytes, fields)
    }

    /// The body of a route that takes a table, as it was sent.
    pub fn csv_body(&self) -> Result<Vec<u8>, Error> {
        if essence(self.request.header("Content-Type")) != "text/csv" {
            return Err(Error::CsvNeeded);
        }
        self.bytes()
    }

    fn bytes(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        if let Some(mut data) = self.request.data() {
            data.read_to_end(&mut bytes)
                .map_err(|error| Error::Internal(format!("the body cannot be read: {error}")))?;
        }
        Ok(bytes)
    }

    /// The caller's address, for throttles: those who come over a Unix socket of the network count
    /// as one, and the local owner has none.
    pub fn request_address(&self) -> Option<IpAddr> {
        (self.lane != Lane::Control).then(|| self.request.remote_addr().ip())
    }

    /// The versions that a change may be made on (RFC 9110, section 13.1.1). A weak validator names
    /// none.
    pub fn expected(&self) -> Result<Expected, Error> {
        let Some(value) = self.request.header("If-Match") else {
            return Ok(Expected::Anything);
        };
        if value.trim() == "*" {
            return Ok(Expected::Anything);
        }
        let malformed = || {
            let what = "must be `*`, or what the header `ETag` said, with its quotation marks";
            bad_parameter("If-Match", what)
        };
        let mut versions = Vec::new();
        for tag in value.split(',').map(str::trim) {
            let strong = tag.strip_prefix("W/").unwrap_or(tag);
            let name = strong
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'))
                .filter(|name| !name.contains('"'))
                .ok_or_else(malformed)?;
            if strong.len() == tag.len() {
                versions.push(name.to_owned());
            }
        }
        Ok(Expected::OneOf(versions))
    }

    /// A query parameter as it was sent; an empty one is none.
    pub fn query(&self, name: &str) -> Option<String> {
        super::query::parameter(self.request, name)
    }

    /// A query parameter as what it should be.
    pub fn parameter<T, E: std::fmt::Display>(
        &self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Error> {
        let Some(text) = self.query(name) else {
            return Ok(None);
        };
        parse(&text)
            .map(Some)
            .map_err(|error| bad_parameter(name, error.to_string()))
    }

    /// A query parameter that is a whole number.
    pub fn number_parameter(&self, name: &'static str) -> Result<Option<u64>, Error> {
        self.parameter(name, |text| {
            text.parse()
                .map_err(|_| "must be a whole number, not below zero")
        })
    }

    /// A query parameter that is true or false.
    pub fn flag_parameter(&self, name: &'static str) -> Result<Option<bool>, Error> {
        self.parameter(name, |text| {
            text.parse().map_err(|_| "must be `true` or `false`")
        })
    }

    /// A query parameter that is a time. A `+` that was not encoded arrives as a space.
    pub fn time_parameter(&self, name: &'static str) -> Result<Option<Timestamp>, Error> {
        self.parameter(name, |text| text.replace(' ', "+").parse::<Timestamp>())
    }
}

/// A query parameter that cannot be read.
pub fn bad_parameter(name: &str, message: impl Into<String>) -> Error {
    Error::BadParameter {
        name: name.to_owned(),
        message: message.into(),
    }
}

/// A media type without its parameters, in lower case.
fn essence(content_type: Option<&str>) -> String {
    let essence = content_type
        .and_then(|value| value.split(';').next())
        .unwrap_or("");
    essence.trim().to_ascii_lowercase()
}
