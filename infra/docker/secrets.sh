#!/bin/sh
# Draws the passwords of the compose file's servers, once, into files that nobody else can read.
set -eu
cd "$(dirname "$0")"
[ -d secrets ] && { echo "infra/docker/secrets exists already" >&2; exit 1; }
umask 077
mkdir secrets
draw() { head -c "$1" /dev/urandom | base64 | tr -d '+/=\n'; }
password=$(draw 30)
printf %s "$password" > secrets/mongo-password
head -c 512 /dev/urandom | base64 | tr -d '\n' > secrets/mongo-key
printf %s "mongodb://jiangong:$password@mongo:27017/jiangong?replicaSet=rs0&authSource=admin" > secrets/store-url
printf %s "kafka://kafka:9092" > secrets/log-url
# Containers read them as another user than yours; the folder keeps everybody else of this machine out.
chmod 644 secrets/store-url secrets/log-url secrets/mongo-password
