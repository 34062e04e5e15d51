#pragma once

#include <QString>

/// What kind of thing went wrong: what callers branch on, and what ui/ makes a sentence of.
enum class ErrorKind {
    Unreadable,        ///< Bytes that are not what the contract says
    Disk,              ///< Reading or writing a file failed
    DiskFull,          ///< There is no room left
    Busy,              ///< Another program holds the file
    Damaged,           ///< A database failed its check
    NewerSchema,       ///< A database was written by a newer version of this program
    NotFound,          ///< What was asked for is not there (any more)
    Conflict,          ///< It can't be done because of the state of things (already decided, already sent)
    Network,           ///< No answer
    Untrusted,         ///< The TLS certificate is not trusted, has expired, or is for another host
    ServiceFault,      ///< The service answered with an error of its own
    Forbidden,         ///< This person may not do or see it; `detail` is the contract's word for the permission
    SignedOut,         ///< The token is not (or no longer) valid
    TooOld,            ///< The service wants a newer version of this program
    InvalidInput,      ///< What a person gave can't be used (an address, a file, a text that is too long)
    Internal,          ///< A fault of ours, on this computer
};

/// An error on its way to whoever can do something about it.
struct Error
{
    ErrorKind kind;
    QString detail; ///< For the log, in English. Never shown alone, never a token or an invitation's text.

    friend bool operator==(const Error &, const Error &) = default;
};
