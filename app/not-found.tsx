import { PageNotFound } from "@/components/ui/page-not-found";

export default function NotFoundPage() {
  return (
    <main id="main">
      <PageNotFound />
    </main>
  );
}
