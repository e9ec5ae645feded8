-- CreateTable
CREATE TABLE "forecast_settings" (
    "projectId" TEXT NOT NULL PRIMARY KEY,
    "settingsJson" TEXT NOT NULL,
    "updatedByName" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "forecast_settings_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
