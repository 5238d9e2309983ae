/** Tables of the work file: ledger and frontier. All of it can be rebuilt; the archive is the truth. */

/** Raised with each change of the tables; an older program refuses a newer file. */
export const workVersion = 1;

export const workSchema = `
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
