-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'Reader',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "onPremisesNetworksJson" TEXT NOT NULL DEFAULT '[]',
    "epochIso" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "clockWallAnchorMs" BIGINT NOT NULL,
    "clockSimSeconds" REAL NOT NULL DEFAULT 0,
    "clockSpeed" REAL NOT NULL DEFAULT 1,
    "clockPaused" BOOLEAN NOT NULL DEFAULT true,
    "worldRevision" INTEGER NOT NULL DEFAULT 0,
    "currentImportId" TEXT
);

-- CreateTable
CREATE TABLE "import" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "sha256" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" DATETIME,
    "createdByName" TEXT NOT NULL,
    "errorCode" TEXT,
    "errorJson" TEXT,
    "confidenceJson" TEXT,
    "estateJson" TEXT,
    "vmCount" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "import_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "inventory_vm" (
    "importId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "powerState" TEXT NOT NULL,
    "setAside" TEXT,
    "cpus" INTEGER,
    "memoryMib" REAL,
    "provisionedMib" REAL,
    "inUseMib" REAL,
    "diskCount" INTEGER NOT NULL,
    "nicCount" INTEGER NOT NULL,
    "os" TEXT,
    "datacenter" TEXT,
    "cluster" TEXT,
    "host" TEXT,
    "primaryIp" TEXT,
    "searchText" TEXT NOT NULL,
    "detailJson" TEXT NOT NULL,

    PRIMARY KEY ("importId", "key"),
    CONSTRAINT "inventory_vm_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "vm_exclusion" (
    "projectId" TEXT NOT NULL,
    "vmKey" TEXT NOT NULL,
    "excluded" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("projectId", "vmKey"),
    CONSTRAINT "vm_exclusion_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL,
    "inputsMark" TEXT NOT NULL,
    "settingsJson" TEXT NOT NULL,
    "resultJson" TEXT NOT NULL,
    CONSTRAINT "assessment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "assessed_vm" (
    "assessmentId" TEXT NOT NULL,
    "vmKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "suitability" TEXT NOT NULL,
    "bestType" TEXT,
    "findingCount" INTEGER NOT NULL,
    "cpus" INTEGER,
    "memoryMib" REAL,
    "storageMib" REAL,
    "os" TEXT,
    "cluster" TEXT,
    "ruleIdsText" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "detailJson" TEXT NOT NULL,

    PRIMARY KEY ("assessmentId", "vmKey"),
    CONSTRAINT "assessed_vm_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "world_command" (
    "projectId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "commandId" TEXT NOT NULL,
    "atSeconds" REAL NOT NULL,
    "kind" TEXT NOT NULL,
    "payloadJson" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("projectId", "sequence"),
    CONSTRAINT "world_command_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "import_projectId_createdAt_idx" ON "import"("projectId", "createdAt");

-- CreateIndex
CREATE INDEX "import_status_idx" ON "import"("status");

-- CreateIndex
CREATE INDEX "inventory_vm_importId_name_idx" ON "inventory_vm"("importId", "name");

-- CreateIndex
CREATE INDEX "assessment_projectId_createdAt_idx" ON "assessment"("projectId", "createdAt");

-- CreateIndex
CREATE INDEX "assessed_vm_assessmentId_name_idx" ON "assessed_vm"("assessmentId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "world_command_projectId_commandId_key" ON "world_command"("projectId", "commandId");


