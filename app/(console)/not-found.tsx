import { PageNotFound } from "@/components/ui/page-not-found";

/** Within the console, for instance in the place of a project that was deleted: its navigation stays. */
export default function ConsoleNotFoundPage() {
  return <PageNotFound />;
}
