# Porchlight with its own PostgreSQL in one container; what it keeps is in /data. See docs/self-hosting.md.
FROM node:20-bookworm-slim

# An ordinary account with a fixed number, so that a mounted folder can be given to it.
RUN groupadd --gid 10001 porchlight \
 && useradd --uid 10001 --gid 10001 --home-dir /app --no-create-home --shell /usr/sbin/nologin porchlight \
 && install -d -o porchlight -g porchlight -m 0700 /data

WORKDIR /app
# First what is to be installed, so that a change in the sources does not install it all again.
COPY package.json package-lock.json ./
COPY bin bin
RUN node --input-type=module -e "(await import('/app/bin/install.mjs')).installWhenNeeded()" \
 && rm -rf /root/.npm

COPY . .
RUN node bin/build.mjs

ENV NODE_ENV=production DATA_DIR=/data PORT=3000
USER porchlight
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Everything is there already: this only starts, and writes nothing outside /data.
CMD ["node", "bin/start.mjs"]
