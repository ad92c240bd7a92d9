//! Finds the end of a chunked body without decoding it (RFC 9112 section 7.1).
//!
//! The HTTP engine decodes the body from the same bytes. This scanner is stricter than it is, so
//! the two can never disagree about where the body ends and the next request begins: what the
//! scanner does not accept byte for byte never reaches the engine.

/// Where the scanner is inside the body.
#[derive(Debug)]
pub(super) struct ChunkScanner {
    place: Place,
    /// Bytes of chunk extensions and trailers that may still come.
    extra_bytes_left: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the size; `digits` were read.
    Size {
        size: u64,
        digits: u8,
    },
    /// After the size, up to the end of its line.
    Extension {
        size: u64,
    },
    /// After the carriage return that ends the size's line.
    SizeLineFeed {
        size: u64,
    },
    /// In the data.
    Data {
        left: u64,
    },
    /// The data is over.
    DataReturn,
    DataLineFeed,
    /// At the start of a trailer line, or of the empty line that ends the body.
    TrailerStart,
    Trailer,
    TrailerLineFeed,
    EndLineFeed,
    Done,
}

/// What a piece of the body told.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Scan {
    /// All of it belongs to the body, which goes on.
    More,
    /// The body ended after so many bytes.
    End(usize),
    /// It is not a chunked body.
    Malformed,
}

impl ChunkScanner {
    /// A scanner at the start of a body, with a limit on all its extensions and trailers
    /// together.
    pub(super) fn new(max_extra_bytes: usize) -> Self {
        Self {
            place: Place::Size { size: 0, digits: 0 },
            extra_bytes_left: max_extra_bytes,
        }
    }

    /// Reads the next piece of the body.
    pub(super) fn scan(&mut self, bytes: &[u8]) -> Scan {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if let Place::Data { left } = self.place {
                let here = bytes.len().saturating_sub(at);
                let step = usize::try_from(left).map_or(here, |left| left.min(here));
                at = at.saturating_add(step);
                let left = left.saturating_sub(step as u64);
                self.place = if left == 0 {
                    Place::DataReturn
                } else {
                    Place::Data { left }
                };
                continue;
            }
            let Some(next) = self.step(*byte) else {
                return Scan::Malformed;
            };
            self.place = next;
            at = at.saturating_add(1);
            if next == Place::Done {
                return Scan::End(at);
            }
        }
        Scan::More
    }

    fn step(&mut self, byte: u8) -> Option<Place> {
        match (self.place, byte) {
            (Place::Size { size, digits }, _) if byte.is_ascii_hexdigit() => {
                // 15 digits are more than any limit and cannot overflow.
                let digit = u64::from(char::from(byte).to_digit(16)?);
                (digits < 15).then_some(Place::Size {
                    size: size << 4 | digit,
                    digits: digits.saturating_add(1),
                })
            }
            (Place::Size { digits: 0, .. }, _) | (Place::TrailerStart, b' ' | b'\t') => None,
            (Place::Size { size, .. } | Place::Extension { size }, b'\r') => {
                Some(Place::SizeLineFeed { size })
            }
            (Place::Size { size, .. }, b';') => self.extra(Place::Extension { size }),
            (Place::Extension { size }, _) if is_text(byte) => {
                self.extra(Place::Extension { size })
            }
            (Place::SizeLineFeed { size: 0 } | Place::TrailerLineFeed, b'\n') => {
                Some(Place::TrailerStart)
            }
            (Place::SizeLineFeed { size }, b'\n') => Some(Place::Data { left: size }),
            (Place::DataReturn, b'\r') => Some(Place::DataLineFeed),
            (Place::DataLineFeed, b'\n') => Some(Place::Size { size: 0, digits: 0 }),
            (Place::TrailerStart, b'\r') => Some(Place::EndLineFeed),
            (Place::TrailerStart | Place::Trailer, _) if is_text(byte) => {
                self.extra(Place::Trailer)
            }
            (Place::Trailer, b'\r') => Some(Place::TrailerLineFeed),
            (Place::EndLineFeed, b'\n') => Some(Place::Done),
            _ => None,
        }
    }

    /// Goes on to `next` if the limit on extensions and trailers allows one byte more.
    fn extra(&mut self, next: Place) -> Option<Place> {
        self.extra_bytes_left = self.extra_bytes_left.checked_sub(1)?;
        Some(next)
    }
}

fn is_text(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'~' | 0x80..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan_whole(body: &[u8]) -> Scan {
        ChunkScanner::new(64).scan(body)
    }

    #[test]
    fn the_end_is_found_and_what_follows_is_not_touched() {
        for body in [
            "0\r\n\r\n",
            "5\r\nhello\r\n0\r\n\r\n",
            "00A\r\n0123456789\r\n000\r\n\r\n",
            "1;a=b\r\nx\r\n0\r\nTrailer: x\r\n\r\n",
            "2\r\n\r\n\r\n0\r\n\r\n",
        ] {
            let with_next = format!("{body}GET / HTTP/1.1\r\n");
            assert_eq!(scan_whole(with_next.as_bytes()), Scan::End(body.len()));
        }
    }

    #[test]
    fn the_pieces_may_be_cut_anywhere() {
        let body = b"5;x\r\nhello\r\nb\r\nhello world\r\n0\r\nA: b\r\n\r\n";
        for piece in 1..body.len() {
            let mut scanner = ChunkScanner::new(64);
            let mut ended = 0;
            for part in body.chunks(piece) {
                match scanner.scan(part) {
                    Scan::More => {}
                    Scan::End(at) => {
                        assert_eq!(at, part.len());
                        ended += 1;
                    }
                    Scan::Malformed => panic!("cut at every {piece}"),
                }
            }
            assert_eq!(ended, 1, "cut at every {piece}");
        }
    }

    #[test]
    fn what_another_parser_might_read_otherwise_is_malformed() {
        for body in [
            "\r\n",
            "g\r\n",
            "-1\r\n",
            "0x5\r\nhello\r\n",
            " 5\r\nhello\r\n",
            "5 \r\nhello\r\n",
            "5\nhello\r\n",
            "5\r\nhello0\r\n\r\n",
            "5\r\nhello\n0\r\n\r\n",
            "5\r\nhelloX\r\n",
            "1000000000000000\r\n",
            "ffffffffffffffffff\r\n",
            "5;a\u{0}b\r\nhello\r\n",
            "5;a\nb\r\nhello\r\n",
            "0\r\n folded: x\r\n\r\n",
            "0\r\nA: b\n\r\n",
            "0\r\n\rX",
        ] {
            assert_eq!(scan_whole(body.as_bytes()), Scan::Malformed, "{body:?}");
        }
    }

    #[test]
    fn extensions_and_trailers_are_bounded_together() {
        let extension = format!("1;{}\r\nx\r\n0\r\n\r\n", "a".repeat(64));
        assert_eq!(scan_whole(extension.as_bytes()), Scan::Malformed);
        let trailer = format!("0\r\n{}: b\r\n\r\n", "a".repeat(64));
        assert_eq!(scan_whole(trailer.as_bytes()), Scan::Malformed);
    }
}
