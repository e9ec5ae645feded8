-- AlterTable
ALTER TABLE "world_command" ADD COLUMN "importId" TEXT;
