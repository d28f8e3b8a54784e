# Debian, not Alpine: the SQLite driver's binary is tried on glibc. Both images are pinned by digest; `docker buildx imagetools
# inspect node:24-bookworm-slim` prints the present one.
ARG BASE=node:24-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6
# The C and C++ libraries of the same Debian, and nothing else: no shell, no package manager.
ARG RUNTIME=gcr.io/distroless/cc-debian12@sha256:e5d81ddde149641e2a9ba55be4545bc125c67de07508b03ba4c22e6eb0ded5aa

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
# The command for people, such as `docker exec … harbin doctor`; and the folder that a volume begins as.
RUN printf '#!/usr/local/bin/node\nimport("/app/dist/cli.js");\n' > harbin && chmod 755 harbin && mkdir -m 700 data

FROM ${RUNTIME}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/harbin.db
COPY --from=packages /etc/passwd /etc/group /etc/
COPY --from=packages /usr/local/bin/node /usr/local/bin/
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY assets assets
COPY --from=build /app/dist dist
COPY --from=build /app/harbin /usr/local/bin/
# All that the program ever writes is in /data; the rest of the system may be read-only.
COPY --from=build --chown=node:node /app/data /data
VOLUME /data
# An empty DATABASE_URL, as an --env-file may have it, means a file below the folder of the process: it must last.
WORKDIR /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["harbin"]
CMD ["start"]
