ALTER TABLE "Assignment" ADD COLUMN "receivedAt" BIGINT;
ALTER TABLE "Assignment" ADD COLUMN "receivedBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "seenAt" BIGINT;
ALTER TABLE "Assignment" ADD COLUMN "seenBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "acceptedBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "refusedBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "unitAt" BIGINT;
ALTER TABLE "Assignment" ADD COLUMN "unitBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "enRouteBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "arrivedBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "clearedBy" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "cancelledBy" TEXT;

-- CreateTable
CREATE TABLE "Deadline" (
    "assignmentId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "endedAt" BIGINT,
    "missedAt" BIGINT,
    "escalations" TEXT,

    PRIMARY KEY ("assignmentId", "step"),
    CONSTRAINT "Deadline_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Deadline_state_dueAt_idx" ON "Deadline"("state", "dueAt");
