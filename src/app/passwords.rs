//! Operators' passwords: Argon2id with the parameters that OWASP gives as the minimum.

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::Error;
use crate::domain::environment::Environment;
use crate::domain::operator::PasswordHash;

/// Characters that a password has at least.
const MIN_CHARS: usize = 12;
/// Bytes that a password has at most.
const MAX_BYTES: usize = 1024;
/// Memory of one hash, in KiB.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Random bytes beside the password.
const SALT_BYTES: usize = 16;

/// A password in clear; wiped when dropped, and its `Debug` tells nothing.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Password(String);

/// Why a password was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPassword {
    /// Too short.
    #[error("must have at least {MIN_CHARS} characters")]
    TooShort,
    /// Too long.
    #[error("must have at most {MAX_BYTES} bytes")]
    TooLong,
}

impl Password {
    /// A password that somebody chooses.
    pub fn chosen(text: &str) -> Result<Self, BadPassword> {
        if text.chars().count() < MIN_CHARS {
            return Err(BadPassword::TooShort);
        }
        Self::given(text)
    }

    /// A password that somebody signs in with.
    pub fn given(text: &str) -> Result<Self, BadPassword> {
        if text.len() > MAX_BYTES {
            return Err(BadPassword::TooLong);
        }
        Ok(Self(text.to_owned()))
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(hidden)")
    }
}

/// Hashes and verifies, one at a time: each takes 19 MiB and a core for a while, and whoever signs
/// in must not be able to take more of either from those who ask for decisions.
#[derive(Default)]
pub(super) struct Passwords {
    turn: Mutex<()>,
}

/// What is verified against when there is no such operator: nobody's password.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdCBoZXJl$\
                       AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

impl Passwords {
    pub(super) fn hash(
        &self,
        password: &Password,
        environment: &dyn Environment,
    ) -> Result<PasswordHash, Error> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        hash(password.0.as_bytes(), environment)
    }

    /// Whether the password is the right one. Takes the same time when there is no hash, so that
    /// names cannot be told apart by the clock.
    pub(super) fn verify(&self, password: &Password, known: Option<&PasswordHash>) -> bool {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let against = known.map_or(NOBODYS, PasswordHash::as_phc);
        let Ok(hash) = argon2::PasswordHash::new(against) else {
            return false;
        };
        let matches = Argon2::default()
            .verify_password(password.0.as_bytes(), &hash)
            .is_ok();
        matches && known.is_some()
    }
}

fn hash(password: &[u8], environment: &dyn Environment) -> Result<PasswordHash, Error> {
    let internal = |error: &dyn std::fmt::Display| Error::Internal(format!("cannot hash: {error}"));
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|error| internal(&error))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut salt = [0u8; SALT_BYTES];
    environment.fill(&mut salt);
    let hash = argon2
        .hash_password_with_salt(password, &salt)
        .map_err(|error| internal(&error))?;
    Ok(PasswordHash::from_phc(hash.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::environment::SystemEnvironment;

    #[test]
    fn only_the_right_password_opens() {
        let environment = SystemEnvironment::default();
        let passwords = Passwords::default();
        let right = Password::chosen("correct horse battery").unwrap();
        let hash = passwords.hash(&right, &environment).unwrap();
        assert!(
            hash.as_phc().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{}",
            hash.as_phc()
        );
        assert!(passwords.verify(&right, Some(&hash)));
        assert!(!passwords.verify(&Password::given("wrong").unwrap(), Some(&hash)));
        assert!(!passwords.verify(&right, None));
        assert!(
            argon2::PasswordHash::new(NOBODYS).is_ok(),
            "takes as long as a real one"
        );
        assert_ne!(
            passwords.hash(&right, &environment).unwrap(),
            hash,
            "salted"
        );
        assert_eq!(
            format!("{right:?} {hash:?}"),
            "Password(hidden) PasswordHash(hidden)"
        );
    }

    #[test]
    fn length_is_bounded() {
        assert_eq!(
            Password::chosen("short").unwrap_err(),
            BadPassword::TooShort
        );
        assert_eq!(
            Password::given(&"x".repeat(1025)).unwrap_err(),
            BadPassword::TooLong
        );
    }
}
