-- CreateTable
CREATE TABLE "dependency" (
    "importId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "sourceName" TEXT NOT NULL,
    "sourceApplication" TEXT,
    "sourceProcess" TEXT,
    "destinationName" TEXT,
    "destinationIp" TEXT,
    "destinationApplication" TEXT,
    "destinationProcess" TEXT,
    "port" INTEGER,
    "slotCount" INTEGER NOT NULL,
    "firstSeenAt" TEXT NOT NULL,
    "lastSeenAt" TEXT NOT NULL,

    PRIMARY KEY ("importId", "place"),
    CONSTRAINT "dependency_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "dependency_period" (
    "importId" TEXT NOT NULL PRIMARY KEY,
    "slotCount" INTEGER NOT NULL,
    "slotHours" REAL,
    "startAt" TEXT,
    "endAt" TEXT,
    CONSTRAINT "dependency_period_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "move_group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagsJson" TEXT NOT NULL DEFAULT '[]',
    "note" TEXT NOT NULL DEFAULT '',
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "updatedByName" TEXT NOT NULL,
    CONSTRAINT "move_group_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "move_group_vm" (
    "projectId" TEXT NOT NULL,
    "vmKey" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,

    PRIMARY KEY ("projectId", "vmKey"),
    CONSTRAINT "move_group_vm_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "move_group" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "move_group_projectId_idx" ON "move_group"("projectId");

-- CreateIndex
CREATE INDEX "move_group_vm_groupId_idx" ON "move_group_vm"("groupId");
