-- AlterTable
ALTER TABLE "assessed_vm" ADD COLUMN "effortHours" REAL;

-- CreateTable
CREATE TABLE "finding_acknowledgement" (
    "projectId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "vmKey" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL,
    "owner" TEXT,
    "dueOn" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedByName" TEXT NOT NULL,

    PRIMARY KEY ("projectId", "ruleId", "vmKey"),
    CONSTRAINT "finding_acknowledgement_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "acknowledgement_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "vmKey" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "owner" TEXT,
    "dueOn" TEXT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byName" TEXT NOT NULL,
    CONSTRAINT "acknowledgement_event_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "finding_acknowledgement_projectId_vmKey_idx" ON "finding_acknowledgement"("projectId", "vmKey");

-- CreateIndex
CREATE INDEX "acknowledgement_event_projectId_ruleId_vmKey_at_idx" ON "acknowledgement_event"("projectId", "ruleId", "vmKey", "at");

-- CreateIndex
CREATE INDEX "inventory_vm_list" ON "inventory_vm"("importId", "name", "key", "powerState", "setAside", "cpus", "memoryMib", "provisionedMib", "inUseMib", "diskCount", "nicCount", "os", "datacenter", "cluster", "host", "primaryIp", "searchText");

-- CreateIndex
CREATE INDEX "assessed_vm_list" ON "assessed_vm"("assessmentId", "name", "vmKey", "suitability", "bestType", "findingCount", "cpus", "memoryMib", "storageMib", "os", "cluster", "effortHours", "ruleIdsText", "searchText");


