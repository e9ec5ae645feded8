import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/server/i18n-request.ts",
  experimental: {
    // Compiled when built, so that no page carries the parser of messages.
    messages: {
      path: ["./messages/en", "./messages/ko"],
      locales: ["en", "ko"],
      format: "json",
      precompile: true,
    },
  },
});

const EVERYWHERE = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];
const NO_CONTENT_POLICY = {
  key: "content-security-policy",
  value: "default-src 'none'; frame-ancestors 'none'",
};
const SCRIPTS_ONLY_POLICY = {
  key: "content-security-policy",
  value: "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
};

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` looks at the types, of tests too; a newcomer's first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // Native and generated parts stay outside the bundle: they find their files beside themselves.
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-libsql", "@libsql/client", "libsql"],
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    // Pages get a policy with a nonce from proxy.ts; what is no page may load nothing at all.
    ...["/api/:path*", "/icon.svg"].map((source) => ({
      source,
      headers: [NO_CONTENT_POLICY],
    })),
    // A worker goes by the policy of its own file, and loads its parts.
    { source: "/_next/static/:path*", headers: [SCRIPTS_ONLY_POLICY] },
  ],
  experimental: {
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"],
  },
};

export default withNextIntl(nextConfig);
