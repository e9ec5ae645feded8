import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { formats } from "@/messages/formats";
import { loadMessages, negotiateLocale } from "@/messages/load";

/**
 * The language of a request. Times without a zone of their own are written in UTC, so that the
 * server and the browser render the same text; a project's times name the project's zone.
 */
export default getRequestConfig(async () => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  const locale = negotiateLocale(
    cookieStore.get("locale")?.value,
    headerStore.get("accept-language"),
  );
  return { locale, messages: await loadMessages(locale), formats, timeZone: "UTC" };
});
