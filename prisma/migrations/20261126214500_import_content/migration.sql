-- AlterTable
ALTER TABLE "import" ADD COLUMN "content" TEXT NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "project" ADD COLUMN "currentDependencyImportId" TEXT;
ALTER TABLE "project" ADD COLUMN "currentPerformanceImportId" TEXT;

-- Every import that succeeded so far brought an inventory: nothing else could be read.
UPDATE "import" SET "content" = '["inventory"]' WHERE "status" = 'succeeded';
