-- What is filed, and what each snapshot says. Everything here is read from the snapshot files and can be made anew from
-- them; ids follow from what they stand for, so nothing is counted up. Plain SQL that other databases take too.

CREATE TABLE "meta" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- filed: seconds since 1970; instant: as in the envelope; modified: milliseconds since 1970.
-- state: READ, UNKNOWN (no reader for its kind) or UNREADABLE; problem says why, with \0000 for the file's name.
-- observations and issues: how many there are of them below, repeated ones counted.
CREATE TABLE "snapshot" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "filed" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "instant" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "parts" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "modified" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "observations" INTEGER NOT NULL,
    "issues" INTEGER NOT NULL
);
CREATE INDEX "snapshot_filed" ON "snapshot" ("filed");

-- Which snapshot says what, in its order; and in which table that stands.
CREATE TABLE "seen" (
    "snapshot" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "observation" BIGINT NOT NULL,
    PRIMARY KEY ("snapshot", "position")
);
CREATE TABLE "observation" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL
);

-- What was odd; times counts the same one in a row.
CREATE TABLE "seen_issue" (
    "snapshot" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "issue" BIGINT NOT NULL,
    "times" INTEGER NOT NULL,
    PRIMARY KEY ("snapshot", "position")
);
CREATE TABLE "data_issue" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "message" TEXT NOT NULL
);

-- A table per type of observation, each content once.
CREATE TABLE "offer" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "orchestrator" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "workload" TEXT NOT NULL,
    "warmth" TEXT NOT NULL,
    "capacity" BIGINT NOT NULL,
    "in_use" BIGINT NOT NULL,
    "price" TEXT,
    "gpus" TEXT NOT NULL,
    "runner_version" TEXT NOT NULL
);
CREATE TABLE "offer_count" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "workload" TEXT NOT NULL,
    "warm" BIGINT NOT NULL,
    "cold" BIGINT NOT NULL
);
CREATE TABLE "asked_price_seen" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "orchestrator" TEXT NOT NULL,
    "workload" TEXT NOT NULL,
    "price" TEXT NOT NULL
);
CREATE TABLE "stake_seen" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "orchestrator" TEXT NOT NULL,
    "stake_lpt" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL
);
CREATE TABLE "earnings" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "orchestrator" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "jobs" TEXT NOT NULL,
    "eth" TEXT NOT NULL,
    "tickets" BIGINT
);
CREATE TABLE "eth_price" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "as_of" TEXT NOT NULL,
    "usd" TEXT NOT NULL
);
CREATE TABLE "test_score" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "orchestrator" TEXT NOT NULL,
    "workload" TEXT,
    "region" TEXT NOT NULL,
    "success_rate" TEXT NOT NULL,
    "round_trip_score" TEXT NOT NULL,
    "score" TEXT NOT NULL
);
CREATE TABLE "test_run" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "ran_at" TEXT NOT NULL,
    "orchestrator" TEXT NOT NULL,
    "workload" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "success_rate" TEXT NOT NULL,
    "seconds" TEXT NOT NULL,
    "warm" BOOLEAN NOT NULL
);
CREATE TABLE "tested_workload" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "workload" TEXT NOT NULL,
    "regions" TEXT NOT NULL
);
CREATE TABLE "traffic" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "org" TEXT NOT NULL,
    "gateway" TEXT NOT NULL,
    "workload" TEXT NOT NULL,
    "requested" BIGINT NOT NULL,
    "served" BIGINT NOT NULL,
    "unmet" BIGINT NOT NULL,
    "minutes" TEXT NOT NULL
);
CREATE TABLE "jobs_served" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "workload" TEXT NOT NULL,
    "jobs" BIGINT NOT NULL,
    "served" BIGINT NOT NULL
);
CREATE TABLE "load" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "workload" TEXT NOT NULL,
    "orchestrators" BIGINT NOT NULL,
    "gpu_slots" BIGINT NOT NULL,
    "active_streams" BIGINT NOT NULL,
    "jobs_per_day" BIGINT NOT NULL
);
CREATE TABLE "sessions" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "orchestrator" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "known" BIGINT NOT NULL,
    "successful" BIGINT NOT NULL,
    "gpus" BIGINT NOT NULL
);
CREATE TABLE "own_metric" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "node" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "workload" TEXT,
    "detail" TEXT NOT NULL,
    "value" TEXT NOT NULL
);
CREATE INDEX "offer_orchestrator" ON "offer" ("orchestrator");
