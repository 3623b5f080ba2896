# The API alone: its database is a service of its own (docker-compose.yml). Debian and not Alpine, because the build
# installs the same packages as everybody else, and some of those need glibc.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No scripts: the only one fills an embedded archive ahead, which is not used here.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run -s build

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production EWS_MODE=production
COPY package.json package-lock.json .npmrc ./
# The optional packages are the embedded Postgres, which is not used here.
RUN npm ci --ignore-scripts --omit=dev --omit=optional && npm cache clean --force
COPY --from=build /app/dist dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=2000", "dist/src/main.js"]
