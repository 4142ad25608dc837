-- CreateTable
CREATE TABLE "OfficialWarning" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "issuer" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "degree" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "issuedAt" BIGINT,
    "effectiveAt" BIGINT,
    "endsAt" BIGINT,
    "liftedAt" BIGINT
);
