/** Tables of the work file: ledger and frontier. All of it can be rebuilt; the archive is the truth. */

/** The tables as they were first. */
const first = `
-- Who has this file open; \`beat\` (ms) is for processes that cannot be seen from here.
create table process (
  token text primary key,
  beat integer not null
) strict, without rowid;

create table run (
  id integer primary key,
  label text not null,
  started_at integer not null,
  finished_at integer,
  -- Its summary as it ended (JSON): its inputs belong to later runs by and by.
  summary text
) strict;
create index run_open on run (label) where finished_at is null;

-- One row per input, in the state that it has in the last run that saw it.
create table source (
  id text primary key,
  run integer not null,
  sha256 text,
  size integer not null,
  version text not null,
  stamp text,
  state text not null,
  owner text,
  not_before integer not null default 0,
  counted integer not null default 0,
  attempts integer not null default 0,
  interruptions integer not null default 0,
  code text,
  stage text,
  message text
) strict;
create index source_queue on source (run, state, interruptions, id);
create index source_waiting on source (run, not_before) where state = 'waiting';
create index source_leased on source (owner) where state = 'leased';
create index source_content on source (sha256, version, id);

-- Which input stands for bytes that several inputs have.
create table content (
  sha256 text not null,
  version text not null,
  owner text not null,
  done integer not null default 0,
  primary key (sha256, version)
) strict, without rowid;

-- Sums by state, kept by triggers, so that a progress bar costs nothing at 10^6 rows.
create table tally (
  run integer not null,
  state text not null,
  files integer not null,
  bytes integer not null,
  primary key (run, state)
) strict, without rowid;
create trigger source_added after insert on source begin
  insert into tally values (new.run, new.state, 1, new.size)
    on conflict do update set files = files + 1, bytes = bytes + new.size;
end;
create trigger source_changed after update of run, state, size on source begin
  update tally set files = files - 1, bytes = bytes - old.size
    where run = old.run and state = old.state;
  insert into tally values (new.run, new.state, 1, new.size)
    on conflict do update set files = files + 1, bytes = bytes + new.size;
end;

create table url (
  address text primary key,
  site text not null,
  discovered_from text,
  first_seen_at integer not null,
  checked_at integer,
  status integer,
  outcome text,
  etag text,
  last_modified text,
  sha256 text,
  region_hash text,
  misses integer not null default 0
) strict, without rowid;
create index url_site on url (site, address);

create table host (
  name text primary key,
  next_at integer not null default 0,
  robots_status integer,
  robots_body text,
  robots_at integer
) strict, without rowid;

create table round (
  id integer primary key,
  site text not null,
  started_at integer not null,
  finished_at integer,
  counts text
) strict;
create index round_site on round (site, id);
`;

/** What rounds over a site need to tell what vanished, and alarms that are told once. */
const watching = `
-- \`role\`: list | document. \`title\`: of the link that named it.
-- Process with a request to the host under way.
alter table host add column asked_by text;
alter table url add column role text;
alter table url add column title text;
-- When it first gave nothing, the round that counted last and its time, and what answered instead.
alter table url add column missing_since integer;
alter table url add column missed_round integer;
alter table url add column missed_at integer;
alter table url add column answer text;
-- When it last gave something.
alter table url add column had_at integer;
-- When a tombstone was put for it; null where none stands.
alter table url add column vanished_at integer;
create index url_unvisited on url (site, checked_at) where sha256 is not null;
create index url_missing on url (site, misses) where misses > 0;
create index url_vanished on url (site) where vanished_at is not null;
create index url_content on url (sha256) where sha256 is not null;

-- Files that were asked for because of an article, until its records say what they are.
create table attached (
  site text not null,
  article text not null,
  address text not null,
  primary key (site, article, address)
) strict, without rowid;

-- Alarms that are on; \`state\` is what they were told for last.
create table alarm (
  site text not null,
  code text not null,
  state text not null,
  since integer not null,
  message text not null,
  primary key (site, code)
) strict, without rowid;
`;

/**
 * Changes of the tables in the order in which they came; never edited, only added to. A file has had
 * as many of them as its version says, and an older program refuses a newer file.
 */
export const workChanges: readonly string[] = [first, watching];
