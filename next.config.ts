import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/server/i18n-request.ts");

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native and generated parts stay outside the bundle: they find their files beside themselves.
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-libsql", "@libsql/client", "libsql"],
  // Pages and handlers get their headers, with a nonce, from proxy.ts; these are for static files.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" },
        { key: "cross-origin-resource-policy", value: "same-origin" },
      ],
    },
  ],
  experimental: {
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"],
  },
};

export default withNextIntl(nextConfig);
