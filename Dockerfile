# Debian, not Alpine: the SQLite driver's binary is tried on glibc.
# To pin the base by its digest, write what `docker buildx imagetools inspect node:24-bookworm-slim` prints: node:24-bookworm-slim@sha256:…
ARG BASE=node:24-bookworm-slim

# Each stage copies what it needs and no more, so that a change in src fetches no package again.
FROM ${BASE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# What only editors and debuggers read is a third of it.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY tools/build.mjs tools/
COPY src src
COPY assets assets
RUN npm run build

FROM ${BASE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/harbin.db
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY assets assets
COPY --from=build /app/dist dist
# All that the program ever writes is in /data; the rest of the system may be read-only. `docker exec … harbin doctor` works.
RUN mkdir -m 700 /data && chown node:node /data && chmod +x dist/cli.js && ln -s /app/dist/cli.js /usr/local/bin/harbin
VOLUME /data
# An empty DATABASE_URL, as an --env-file may have it, means a file below the folder of the process: it must last.
WORKDIR /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["harbin"]
CMD ["start"]
