-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "signature" TEXT NOT NULL
);

-- The record only grows. Whoever can drop a trigger can do more than a trigger forbids: the chain and its checkpoints show that.
CREATE TRIGGER "Audit_no_update" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER "Audit_no_delete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER "AuditCheckpoint_no_update" BEFORE UPDATE ON "AuditCheckpoint" BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER "AuditCheckpoint_no_delete" BEFORE DELETE ON "AuditCheckpoint" BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
