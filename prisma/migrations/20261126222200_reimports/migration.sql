-- AlterTable
ALTER TABLE "import" ADD COLUMN "anonymised" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "import" ADD COLUMN "previousImportId" TEXT;

-- AlterTable
ALTER TABLE "inventory_vm" ADD COLUMN "diskCapacityMib" REAL;
