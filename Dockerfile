# The server with the mini-program's browser build, for WeChat Cloud Hosting or any other place that runs containers.

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build:server && npm run build:h5 && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
# Not 80: who is not root may not listen there everywhere.
ENV NODE_ENV=production PORT=8080
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/config ./dist/config
COPY --from=build /app/dist/server ./dist/server
COPY --from=build /app/dist/h5 ./dist/h5
USER node
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
