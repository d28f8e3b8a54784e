# Debian, not Alpine: the SQLite driver's binary is tried on glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /source
COPY . .
RUN sh deploy/assemble.sh /app

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/harbin.db
WORKDIR /app
COPY --from=build /app /app
# All that the program ever writes lies here; the rest of the system may be read-only.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["start"]
