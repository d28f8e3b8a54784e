# Debian, not Alpine: the SQLite driver's binary is tried on glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /source
COPY . .
RUN sh deploy/assemble.sh /app

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/harbin.db
COPY --from=build /app /app
# All that the program ever writes lies in /data; the rest of the system may be read-only. `docker exec … harbin doctor` works.
RUN mkdir /data && chown node:node /data && chmod +x /app/dist/cli.js && ln -s /app/dist/cli.js /usr/local/bin/harbin
VOLUME /data
# An empty DATABASE_URL, as an --env-file may have it, means a file below the folder of the process: it shall last.
WORKDIR /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["harbin"]
CMD ["start"]
