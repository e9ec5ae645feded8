-- CreateTable
CREATE TABLE "vm_performance" (
    "importId" TEXT NOT NULL,
    "vmName" TEXT NOT NULL,
    "startAt" TEXT NOT NULL,
    "endAt" TEXT NOT NULL,
    "metricsJson" TEXT NOT NULL,

    PRIMARY KEY ("importId", "vmName"),
    CONSTRAINT "vm_performance_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "performance_period" (
    "importId" TEXT NOT NULL PRIMARY KEY,
    "startAt" TEXT NOT NULL,
    "endAt" TEXT NOT NULL,
    "intervalMinutes" REAL NOT NULL,
    "expectedSamples" INTEGER NOT NULL,
    CONSTRAINT "performance_period_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
