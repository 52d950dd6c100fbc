# The board's server, with the screens it hands out. Redis is not inside: docker-compose.yml puts one beside it.

FROM node:26-slim AS made
WORKDIR /board
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run words && npm run build

FROM node:26-slim
WORKDIR /board
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
# The Node that package.json pins is for hosts with an older one; here the image brings the same.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-* node_modules/.bin/node \
  && npm cache clean --force
COPY server ./server
COPY --from=made /board/shared ./shared
COPY --from=made /board/dist ./dist
COPY docs/examples ./docs/examples

# What the server itself makes and keeps (its secrets) lives here, and belongs to the user it runs as.
ENV DATA_DIR=/data HOST=0.0.0.0 PORT=8080
RUN mkdir /data && chown node:node /data && chmod 700 /data
VOLUME /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
