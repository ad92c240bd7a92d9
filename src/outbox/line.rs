//! One connection to the outside, on which nothing takes longer or grows larger than it may.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::Stop;
use super::endpoint::Endpoint;
use super::names::Names;

/// How often a wait looks whether it is to be broken off.
const TICK: Duration = Duration::from_millis(200);

/// How long anything may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// To open a connection, for each address.
    pub connect: Duration,
    /// From a question to its answer.
    pub answer: Duration,
    /// From the end of a letter to the relay's word that it has it.
    pub receipt: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            answer: Duration::from_secs(30),
            receipt: Duration::from_mins(5),
        }
    }
}

/// What a connection is opened with.
pub(super) struct Context<'a> {
    pub(super) names: &'a Names,
    pub(super) timing: Timing,
    pub(super) stop: &'a Stop,
}

/// Why a connection is of no more use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(super) struct Broken(pub(super) String);

enum Stream {
    Plain(Socket),
    Encrypted(Box<StreamOwned<ClientConnection, Socket>>),
}

impl Stream {
    /// Reads what there is, in one step: it takes [`TICK`] or two, whatever the other side does.
    fn read(&mut self, part: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(socket) => socket.step().read(part),
            Self::Encrypted(stream) => {
                stream.sock.step();
                stream.read(part)
            }
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(socket) => socket.step().write(bytes),
            Self::Encrypted(stream) => {
                stream.sock.step();
                stream.write(bytes)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(socket) => socket.flush(),
            Self::Encrypted(stream) => {
                stream.sock.step();
                stream.flush()
            }
        }
    }
}

/// The socket below. The encryption reads on until a handshake or a record is whole: byte by byte that
/// would go on for hours behind the back of every deadline, so that a step ends here.
struct Socket {
    stream: TcpStream,
    step_ends_at: Instant,
}

impl Socket {
    fn step(&mut self) -> &mut Self {
        self.step_ends_at = Instant::now() + TICK;
        self
    }

    fn within_step(&self) -> io::Result<&TcpStream> {
        if Instant::now() >= self.step_ends_at {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(&self.stream)
    }
}

impl io::Read for Socket {
    fn read(&mut self, part: &mut [u8]) -> io::Result<usize> {
        self.within_step()?.read(part)
    }
}

impl io::Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.within_step()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// An open connection.
pub(super) struct Line<'a> {
    stream: Stream,
    /// What was read and not asked for yet.
    read: Vec<u8>,
    context: &'a Context<'a>,
    /// Whether a stop is obeyed at once: not while the receipt of a letter is waited for.
    is_final: bool,
}

impl<'a> Line<'a> {
    /// Opens a connection to the first address that takes one.
    pub(super) fn open(context: &'a Context<'a>, endpoint: &Endpoint) -> Result<Self, Broken> {
        let mut why = Broken(format!("`{}` has no address", endpoint.host));
        let addresses = context.names.addresses(&endpoint.host, context.stop);
        for address in addresses.map_err(Broken)? {
            if context.stop.is_said() {
                return Err(Broken("broken off: the server stops".to_owned()));
            }
            let address = SocketAddr::new(address, endpoint.port);
            match connected(address, context.timing.connect) {
                Ok(stream) => {
                    return Ok(Self {
                        stream: Stream::Plain(stream),
                        read: Vec::new(),
                        context,
                        is_final: false,
                    });
                }
                Err(error) => why = Broken(format!("cannot connect to {address}: {error}")),
            }
        }
        Err(why)
    }

    /// Encrypts the connection, and proves that it leads to that host.
    pub(super) fn encrypted(self, host: &str, config: &Arc<ClientConfig>) -> Result<Self, Broken> {
        // What came before the handshake could be anybody's.
        if !self.read.is_empty() {
            return Err(Broken(
                "something was said before the encryption began".to_owned(),
            ));
        }
        let Stream::Plain(socket) = self.stream else {
            return Err(Broken("it is encrypted already".to_owned()));
        };
        let refused = |error: rustls::Error| Broken(format!("cannot encrypt: {error}"));
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| Broken(format!("`{host}` is no name that a certificate can have")))?;
        let connection = ClientConnection::new(Arc::clone(config), name).map_err(refused)?;
        let mut stream = Box::new(StreamOwned::new(connection, socket));
        let within = self.context.timing.answer;
        let waits = Waits::until(self.context, Deadline::within(within), false);
        while stream.conn.is_handshaking() {
            stream.sock.step();
            let step = stream.conn.complete_io(&mut stream.sock);
            waits.go_on(step, "cannot encrypt")?;
        }
        Ok(Self {
            stream: Stream::Encrypted(stream),
            ..self
        })
    }

    /// Writes all of it.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        let waits = self.waits(Deadline::within(self.context.timing.answer));
        let mut rest = bytes;
        while !rest.is_empty() {
            let written = self.stream.write(rest);
            let written = waits.go_on(written, "cannot write")?.unwrap_or(0);
            rest = rest.get(written..).unwrap_or_default();
        }
        while waits.go_on(self.stream.flush(), "cannot write")?.is_none() {}
        Ok(())
    }

    /// The next line with its end, of at most that many bytes.
    pub(super) fn line(&mut self, most: usize, deadline: Deadline) -> Result<Vec<u8>, Broken> {
        self.up_to(b"\n", most, deadline)
    }

    /// Everything up to that mark and with it, of at most that many bytes.
    pub(super) fn up_to(
        &mut self,
        mark: &[u8],
        most: usize,
        deadline: Deadline,
    ) -> Result<Vec<u8>, Broken> {
        let waits = self.waits(deadline);
        let mut searched = 0;
        loop {
            let fresh = self.read.get(searched..).unwrap_or_default();
            let found = fresh.windows(mark.len()).position(|part| part == mark);
            if let Some(place) = found {
                let end = searched + place + mark.len();
                let rest = self.read.split_off(end.min(self.read.len()));
                return Ok(std::mem::replace(&mut self.read, rest));
            }
            if self.read.len() > most {
                return Err(Broken(format!("the answer is longer than {most} bytes")));
            }
            searched = self.read.len().saturating_sub(mark.len());
            let mut part = [0u8; 2048];
            match waits.go_on(self.stream.read(&mut part), "cannot read")? {
                Some(0) => return Err(Broken("the connection was closed".to_owned())),
                Some(count) => self
                    .read
                    .extend_from_slice(part.get(..count).unwrap_or_default()),
                None => {}
            }
        }
    }

    /// From here on a stop waits for the answer, because what was sent may be taken.
    pub(super) fn hold_on(&mut self) {
        self.is_final = true;
    }

    fn waits(&self, deadline: Deadline) -> Waits<'a> {
        Waits::until(self.context, deadline, self.is_final)
    }
}

fn connected(address: SocketAddr, within: Duration) -> io::Result<Socket> {
    let stream = TcpStream::connect_timeout(&address, within)?;
    stream.set_read_timeout(Some(TICK))?;
    stream.set_write_timeout(Some(TICK))?;
    stream.set_nodelay(true)?;
    Ok(Socket {
        stream,
        step_ends_at: Instant::now(),
    })
}

/// When an answer must be whole, however many lines it has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline {
    ends_at: Instant,
    within: Duration,
}

impl Deadline {
    /// That long from now on.
    pub(super) fn within(within: Duration) -> Self {
        Self {
            ends_at: Instant::now() + within,
            within,
        }
    }
}

/// A wait with its end.
struct Waits<'a> {
    deadline: Deadline,
    stop: Option<&'a Stop>,
}

impl<'a> Waits<'a> {
    fn until(context: &Context<'a>, deadline: Deadline, is_final: bool) -> Self {
        Self {
            deadline,
            stop: (!is_final).then_some(context.stop),
        }
    }

    /// What a step gave; nothing when it is to be tried again.
    fn go_on<T>(&self, step: io::Result<T>, doing: &str) -> Result<Option<T>, Broken> {
        if self.stop.is_some_and(Stop::is_said) {
            return Err(Broken("broken off: the server stops".to_owned()));
        }
        if Instant::now() >= self.deadline.ends_at {
            let seconds = self.deadline.within.as_secs_f32();
            return Err(Broken(format!("no answer within {seconds} seconds")));
        }
        match step {
            Ok(value) => Ok(Some(value)),
            Err(error) if passes(&error) => Ok(None),
            Err(error) => Err(Broken(format!("{doing}: {error}"))),
        }
    }
}

/// Whether the step is only to be tried again.
fn passes(error: &io::Error) -> bool {
    let kind = error.kind();
    kind == io::ErrorKind::WouldBlock
        || kind == io::ErrorKind::TimedOut
        || kind == io::ErrorKind::Interrupted
}
