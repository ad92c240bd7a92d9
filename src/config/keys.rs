//! The list of all keys: type, default, range and unit, and what each one does.
//!
//! This is the only list. The structs, the reader, the environment variables, the printer and
//! the sample file are made from it; the descriptions below are the ones that operators read. A line
//! that ends with `, live` changes with a reload, all others take a restart.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use super::documents::DocumentNames;
use super::identities::IdentityRows;
use super::kinds::{Durability, PublicUrl, RegistrationMode};
use super::lines::Lines;
use super::networks::TrustedProxies;
use super::origins::{AnyOrigins, ExactOrigins};
use super::secret_file::{PrivateKeyFile, SecretFile};
use super::section::{Key, Section, is_live, sections};
use super::setting::{Allowed, Setting};
use super::stripe::PaymentLinks;
use super::tiers::TierRows;
use crate::backup::Recipient;
use crate::domain::text::Email;
use crate::domain::tier::Tiers;
use crate::outbox::{Endpoint, Mailbox, Security, WebhookUrl};
use crate::telemetry::{LogFormat, LogLevel};
use crate::tls::{ClientCertificates, MinVersion};

sections! {
    /// Where the server listens, where it keeps its data, and its limits and deadlines.
    server: Server {
        /// Addresses and ports to listen on: one text, or an array of several.
        /// Numbers only; host names are never looked up.
        listen: Vec<SocketAddr> = vec![SocketAddr::from((Ipv4Addr::LOCALHOST, 8080))];
        /// Path of a Unix socket to listen on too, for a proxy on the same machine; "" for none.
        unix_socket: Option<PathBuf> = None;
        /// Directory of the database and the control socket. It must be on a local disk.
        data_dir: PathBuf = PathBuf::from("/var/lib/portcullis");
        /// Address under which people reach the appliance, for links and cookies, for example
        /// `https://portcullis.example`; "" for none.
        public_url: Option<PublicUrl> = None;
        /// Networks of proxies before this server whose `X-Forwarded-For` and `X-Forwarded-Proto`
        /// are believed, for example `["10.0.0.7/32"]`; the word "unix" stands for whoever comes
        /// over the Unix socket. Nobody else is ever believed.
        trusted_proxies: TrustedProxies = TrustedProxies::default();
        /// Seconds that open requests have to finish when the server stops. Keep it below the
        /// service manager's own limit (`TimeoutStopSec=` in the unit).
        drain_seconds: u64 = 25 => 1..=600 "seconds";
        /// Connections open at once; more are turned away with 503.
        max_connections: usize = 8192 => 16..=1_000_000 "connections";
        /// Connections beyond the full house kept for health, kill switches and operators.
        reserved_seats: usize = 64 => 1..=10_000 "connections";
        /// Bytes of a request's head (request line and headers) before it is refused with 431.
        max_head_bytes: usize = 16_384 => 8192..=65_536 "bytes";
        /// Headers in a request before it is refused with 431.
        max_headers: usize = 100 => 16..=100 "headers";
        /// Bytes of a request's body before it is refused with 413.
        max_body_bytes: usize = 1_048_576 => 32_768..=67_108_864 "bytes";
        /// Seconds that a request's head may take to arrive.
        head_seconds: u64 = 10 => 1..=300 "seconds";
        /// Seconds that a request's body may take to arrive.
        body_seconds: u64 = 20 => 1..=3600 "seconds";
        /// Seconds that a connection may stay open without a request.
        idle_seconds: u64 = 75 => 1..=3600 "seconds";
        /// Seconds that a client may take to accept an answer.
        write_seconds: u64 = 20 => 1..=3600 "seconds";
        /// Threads for requests that read the database or check passwords.
        worker_threads: usize = 16 => 1..=96 "threads";
        /// Threads that read and write sockets; 0 for as many as there are cores.
        io_threads: usize = 0 => 0..=64 "threads";
    }

    /// Encryption by this server itself. With a certificate, all of `server.listen` speak TLS and
    /// nothing else. The files are read again when they are replaced.
    tls: Tls {
        /// Path of the certificate in PEM, the server's own first; "" for no TLS.
        certificate_file: Option<PathBuf> = None;
        /// Path of its private key in PEM, readable by its owner and group at most; "" for none.
        key_file: Option<PrivateKeyFile> = None;
        /// The oldest version of TLS that is spoken.
        min_version: MinVersion = MinVersion::Tls12, live;
        /// Whether clients are asked for certificates: "optional" lets them do without, "required"
        /// turns those without away.
        client_certificates: ClientCertificates = ClientCertificates::Off, live;
        /// Path of the authorities whose certificates clients may show, in PEM; "" for none.
        client_ca_file: Option<PathBuf> = None, live;
        /// Addresses and ports without encryption that send everybody to https: one text, or an
        /// array of several.
        redirect_listen: Vec<SocketAddr> = Vec::new();
        /// Seconds for which browsers are asked to use https alone (Strict-Transport-Security);
        /// 0 does not ask.
        hsts_seconds: u64 = 31_536_000 => 0..=63_072_000 "seconds";
        /// Whom clients' certificates speak for. Each table names a certificate by its SHA-256
        /// `fingerprint`, or by a `name` that it has (such as `dns:bot.example` or
        /// `uri:spiffe://…`), or both, and gives the `api_key` (its id, `key_…`) or the `operator`.
        client_identities: IdentityRows = IdentityRows::default(), live;
    }

    /// The one writer: what an answered decision survives, and how much may wait for it.
    ledger: Ledger {
        /// What an answered decision survives: "power" flushes every batch to the disk before it
        /// answers; "process" survives a killed process, but not a power cut.
        durability: Durability = Durability::Power;
        /// Entries that may wait; beyond that, callers get 503 at once.
        queue_entries: usize = 16_384 => 16..=1_048_576 "entries";
        /// Bytes of all waiting entries together; beyond that, callers get 503 at once.
        queue_bytes: usize = 67_108_864 => 1_048_576..=17_179_869_184 "bytes";
        /// Milliseconds that an entry may wait before its caller gets 503.
        queue_age_ms: u64 = 10_000 => 100..=60_000 "milliseconds";
        /// Entries that share one transaction and one flush at most.
        batch_entries: usize = 1024 => 1..=16_384 "entries";
    }

    /// How customers come in.
    registration: Registration {
        /// "open": anyone who reaches the server registers; "closed": operators register customers.
        mode: RegistrationMode = RegistrationMode::Open, live;
        /// Registrations per minute from one address.
        per_address_per_minute: u32 = 60 => 1..=100_000 "registrations", live;
    }

    /// Requests for a quote, which anybody may leave at the public page for operators to answer.
    quotes: Quotes {
        /// Whether they are taken.
        is_open: bool = true, live;
        /// Requests for a quote per minute from one address.
        per_address_per_minute: u32 = 5 => 1..=100_000 "requests", live;
    }

    /// The pricing table, and what customers may choose themselves.
    subscriptions: Subscriptions {
        /// Name of the highest tier that a customer may move itself up to.
        self_service_max: String = "pro".to_owned(), live;
        /// Name of the tier of a registration that names none.
        registration_default: String = "starter".to_owned(), live;
        /// The tiers on offer. Once one is given, they replace all the built-in ones below.
        /// A tier without `price_usd_month` (US dollars a month) has a custom price, and only an
        /// operator gives it. One without `max_checks_per_month` has no monthly quota. The words in `features` unlock functions of the program;
        /// `feature_list` and `support` are for people.
        tiers: TierRows = TierRows::built_in(), live;
    }

    /// Payment with Stripe: what Stripe tells at `/api/billing/stripe/webhook`. Nothing is ever asked
    /// of Stripe.
    stripe: Stripe {
        /// Path of a file with the signing secret of the endpoint, `whsec_…`; several, one a line,
        /// while it is changed; "" does not listen.
        webhook_secret_file: Option<SecretFile> = None, live;
        /// The tier that each price (`price_…`) or payment link (`plink_…`) pays for, for example
        /// `{ "price_1Example" = "starter" }`.
        prices: BTreeMap<String, String> = BTreeMap::new(), live;
        /// The page where each tier is paid, for example
        /// `{ starter = "https://buy.stripe.com/example" }`; customers find it beside the tiers. Their
        /// identifier and address are added to the link.
        payment_links: PaymentLinks = PaymentLinks::default(), live;
        /// Name of the tier of whoever's subscription has ended; "" suspends them.
        ended_tier: Option<String> = None, live;
        /// Whether a customer that pays without being named is found by its address. Stripe does not
        /// prove addresses: whoever pays then decides about the customer whose address they give.
        find_by_email: bool = false, live;
    }

    /// What stands on customers' statements besides the numbers.
    billing: Billing {
        /// Lines at the head of statements, name and address of whoever bills: one text, or an
        /// array of several.
        issuer: Lines = Lines::default(), live;
        /// Days in which a statement is to be paid.
        payment_days: u64 = 30 => 0..=365 "days", live;
        /// A sentence at the foot of statements, such as the account to pay into; "" for none.
        note: Option<String> = None, live;
        /// Path of the policy of refunds and cancellation, a Markdown file of at most 64 KiB, which
        /// customers read at `/docs/POLICY`; "" for the built-in template.
        policy_file: Option<PathBuf> = None, live;
    }

    /// What people read at `/docs`.
    documents: Documents {
        /// Documents that the pages and their search leave out, for example
        /// `["SALES", "DEMO_GUIDE"]`; `portcullis docs` prints them all the same.
        hidden: DocumentNames = DocumentNames::default(), live;
        /// Path of what people read at `/docs/HELP` about whom to ask, a Markdown file of at most
        /// 64 KiB; "" for the built-in text, which names nobody.
        help_file: Option<PathBuf> = None, live;
    }

    /// Questions that a person must answer.
    approvals: Approvals {
        /// Minutes after which an unanswered request, or an unused approval, expires.
        expire_after_minutes: u64 = 1440 => 1..=525_600 "minutes", live;
        /// Open requests that one customer may have.
        max_open_per_customer: u32 = 1_000 => 1..=1_000_000 "requests", live;
    }

    /// Letters, through a relay that you run or rent. Without one nothing is sent, and nothing waits.
    mail: Mail {
        /// Host and port of the relay, for example `relay.example:587`; "" sends no letters. A name
        /// is looked up in `/etc/hosts` and by the servers in `/etc/resolv.conf`.
        relay: Option<Endpoint> = None, live;
        /// How the way to the relay is encrypted: "starttls" (port 587) and "tls" (port 465) send
        /// nothing without encryption; "none" is for a relay on this machine alone.
        security: Security = Security::StartTls, live;
        /// Name to show the relay; "" for none.
        username: Option<String> = None, live;
        /// Path of a file that holds the password for the relay; "" for none.
        password_file: Option<SecretFile> = None, live;
        /// Whom letters are from, for example `Portcullis <gate@example.com>`.
        from: Option<Mailbox> = None, live;
        /// Whom answers go to; "" for the sender.
        reply_to: Option<Mailbox> = None, live;
        /// Path of the authorities to trust instead of the system's, in PEM, for the relay and for
        /// the receiver of webhooks; "" for the system's.
        ca_file: Option<PathBuf> = None, live;
        /// Directory with texts that replace the built-in ones of the same name (`invitation.txt`
        /// and so on, see `portcullis mail show`); "" for none.
        templates_dir: Option<PathBuf> = None, live;
    }

    /// What operators are told: quotas that are nearly used up, and requests for a quote.
    notices: Notices {
        /// Addresses that get notices by letter: one text, or an array of several.
        email_to: Vec<Email> = Vec::new(), live;
        /// URL that gets notices as signed webhooks (Standard Webhooks); "" for none. Its path may be
        /// a secret: wherever settings are shown, only its scheme, host and port are.
        webhook_url: Option<WebhookUrl> = None, live;
        /// Path of a file that holds the secret that webhooks are signed with, `whsec_…`; "" for
        /// none.
        webhook_secret_file: Option<SecretFile> = None, live;
    }

    /// Messages to the outside, letters and webhooks alike, once nothing more becomes of them.
    outbox: Outbox {
        /// Days that a message is kept after it was sent, given up or cancelled; then it is deleted,
        /// with the address that it had. What waits or is uncertain is kept.
        keep_days: u64 = 90 => 1..=3650 "days", live;
    }

    /// Copies of the database, made while the server runs.
    backup: Backup {
        /// Directory that backups go to; "" for `backups` in the data directory. Best is another
        /// disk, and best of all a copy on another machine.
        directory: Option<PathBuf> = None, live;
        /// Hours from one backup to the next; 0 makes none but those that are asked for.
        every_hours: u64 = 24 => 0..=8760 "hours", live;
        /// Backups that are kept; older ones are removed. Each is as large as the database.
        keep: usize = 7 => 1..=10_000 "backups", live;
        /// age public keys (`age1…`) to encrypt backups to; without any they are not encrypted.
        recipients: Vec<Recipient> = Vec::new(), live;
    }

    /// Operators at the admin page.
    sessions: Sessions {
        /// Minutes without a request after which an operator signs in again.
        idle_minutes: u64 = 30 => 1..=1440 "minutes", live;
        /// Hours after which an operator signs in again in any case.
        absolute_hours: u64 = 12 => 1..=168 "hours", live;
    }

    /// Limits against guessed passwords.
    login: Login {
        /// Attempts per minute on one operator's name.
        per_account_per_minute: u32 = 5 => 1..=1000 "attempts", live;
        /// Attempts per minute from one address.
        per_address_per_minute: u32 = 20 => 1..=10_000 "attempts", live;
    }

    /// Pages of other origins, such as customers' browser apps, that may call the API. Each origin is
    /// exact: scheme, host, and the port where it is not the scheme's own. Cookies never cross, and
    /// what only operators may call is never among it.
    cors: Cors {
        /// Origins whose pages may call what needs no credential: tiers, registration and the like.
        /// "*" lets pages of all origins.
        public_origins: AnyOrigins = AnyOrigins::default(), live;
        /// Origins whose pages may ask for decisions with a key that they hold.
        check_origins: ExactOrigins = ExactOrigins::default(), live;
        /// Origins whose pages may use the rest of what a customer's key may do: reading, managing,
        /// approving.
        customer_origins: ExactOrigins = ExactOrigins::default(), live;
    }

    /// The program's own messages, on stderr or in the journal. The audit log is another thing and has no switch.
    log: Log {
        /// "journald" is the journal's own protocol, with every field; "human" is text for people;
        /// "json" is one JSON object a line; "auto" is "journald" where stderr leads to the
        /// journal, as it does under systemd, and "human" elsewhere.
        format: LogFormat = LogFormat::Auto;
        /// The least important message that is written.
        level: LogLevel = LogLevel::Info, live;
        /// Levels of single modules, which win over `level`, for example
        /// `{ "portcullis::edge" = "debug" }`.
        modules: BTreeMap<String, LogLevel> = BTreeMap::new(), live;
        /// Whether every request is written.
        requests: bool = true, live;
    }

    /// Numbers for Prometheus, at `/metrics`.
    metrics: Metrics {
        /// Address and port of a listener for metrics and health alone; "" for none.
        listen: Option<SocketAddr> = None;
        /// Whether that listener speaks TLS, with the certificate of `[tls]` and the same asked of
        /// clients.
        tls: bool = false;
        /// Path of a file that holds the bearer token for `/metrics`; "" for none.
        token_file: Option<SecretFile> = None, live;
    }
}
