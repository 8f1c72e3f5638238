"""The index's schema, step by step: step N leads from version N-1 to version N."""

STEPS = (
    """
    CREATE TABLE captures (
        identifier TEXT NOT NULL PRIMARY KEY CHECK (length(identifier) = 32),
        day TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('begun', 'stored')),
        body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX captures_by_day ON captures (day, identifier);
    CREATE TABLE files (
        capture TEXT NOT NULL REFERENCES captures ON DELETE CASCADE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        size INTEGER NOT NULL,
        PRIMARY KEY (capture, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit (
        number INTEGER NOT NULL PRIMARY KEY,
        capture TEXT,
        body BLOB NOT NULL,
        previous TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_by_capture ON audit (capture, number);
    CREATE TABLE notes (
        number INTEGER NOT NULL PRIMARY KEY REFERENCES audit,
        body BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_is_not_altered BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    """,
)
