# Two stages: the first has what building needs, the second what running needs.
FROM node:22-bookworm-slim AS build
WORKDIR /landfall
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The secret that the build makes for itself stays behind.
RUN LANDFALL_DATA_DIR=/tmp/landfall node scripts/build.mjs && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /landfall
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LANDFALL_DATA_DIR=/data
COPY --from=build --chown=node:node /landfall ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/serve.mjs"]
