-- CreateTable
CREATE TABLE "business_case" (
    "projectId" TEXT NOT NULL PRIMARY KEY,
    "updatedAt" DATETIME NOT NULL,
    "updatedByName" TEXT NOT NULL,
    "inputsJson" TEXT NOT NULL,
    CONSTRAINT "business_case_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
