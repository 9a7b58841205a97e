#!/usr/bin/env bash
# Moves one PostgreSQL database into an empty one.
#
# Everything comes by environment: MOVE_DIRECTORY (where it works, with the passwords in the
# file "pgpass"), MOVE_TOOLS (where pg_dump, pg_restore and psql are), MOVE_JOBS, MOVE_NEWER
# ("yes" if the tools set a parameter that the target does not know yet), and MOVE_SOURCE_
# and MOVE_TARGET_ HOST, PORT, DATABASE, USER, SSLMODE.
# It writes JSON lines to "progress.jsonl" and its exit code to "exit" when it ends; a
# directory without "exit" and without this process is an attempt that was killed.
# Names of tables are data of strangers: they are never part of an arithmetic expression
# or of a command line.

set -u -o pipefail
umask 077
cd "$MOVE_DIRECTORY" || exit 70
echo "$$" > pid

export PGPASSFILE="$MOVE_DIRECTORY/pgpass" PGCONNECT_TIMEOUT=10 PGAPPNAME=shiplift-move

# In milliseconds.
now() { local t=${EPOCHREALTIME:-$(date +%s).000000}; printf '%s' "${t%???}" | tr -d .; }
mark=$(now)
phase=look

# line KIND TEXT DONE TOTAL MILLIS
line() {
	local text=${2//\\/\\\\}
	text=${text//\"/\\\"}
	text=${text//[[:cntrl:]]/ }
	printf '{"phase":"%s","kind":"%s","text":"%s","done":%s,"total":%s,"millis":%s}\n' \
		"$phase" "$1" "$text" "${3:-0}" "${4:-0}" "${5:-0}" >> progress.jsonl
}

begin() {
	local moment
	moment=$(now)
	if [ "$phase" != "$1" ]; then line end '' 1 1 $((moment - mark)); fi
	phase=$1
	mark=$moment
	line begin "$2"
}

fail() {
	line failed "$1"
	exit 1
}

finish() {
	local code=$?
	trap - EXIT
	if [ "$code" = 0 ] && [ "$complete" = no ]; then code=71; fi
	if [ "$code" = 0 ]; then line end '' 1 1 $(($(now) - mark)); fi
	rm -rf dump pgpass toc keep tables errors errors.fingerprint fingerprint.half questions answers
	echo "$code" > exit.half
	mv exit.half exit
}
complete=no
trap finish EXIT
trap '' PIPE
trap 'exit 143' TERM INT HUP

from() {
	PGHOST=$MOVE_SOURCE_HOST PGPORT=$MOVE_SOURCE_PORT PGDATABASE=$MOVE_SOURCE_DATABASE PGUSER=$MOVE_SOURCE_USER \
		PGSSLMODE=$MOVE_SOURCE_SSLMODE PGOPTIONS='-c statement_timeout=0 -c idle_in_transaction_session_timeout=0' "$@"
}

onto() {
	PGHOST=$MOVE_TARGET_HOST PGPORT=$MOVE_TARGET_PORT PGDATABASE=$MOVE_TARGET_DATABASE PGUSER=$MOVE_TARGET_USER \
		PGSSLMODE=$MOVE_TARGET_SSLMODE \
		PGOPTIONS='-c synchronous_commit=off -c maintenance_work_mem=256MB -c statement_timeout=0 -c lock_timeout=0' \
		"$@"
}

ask=("$MOVE_TOOLS/psql" --no-psqlrc --no-align --tuples-only --quiet --set=ON_ERROR_STOP=1 --no-password)

# Keeps what programs call an error; other lines of theirs may quote rows.
error_line() {
	if [[ $MOVE_NEWER = yes && $1 == *'unrecognized configuration parameter "transaction_timeout"'* ]]; then return; fi
	if [[ $1 =~ (error|FATAL|ERROR): ]]; then printf '%s\n' "${1:0:400}" >> errors; fi
}

reason() { head -n 3 errors 2>/dev/null | tr '\n' ' '; }

amount() {
	if [ "$1" -lt 10485760 ]; then printf '%s' "$((($1 + 512) / 1024)) kB"
	else printf '%s' "$((($1 + 524288) / 1048576)) MB"; fi
}

# Tables with bytes, so that progress can be weighed.
declare -A bytes_of
declare -a bytes_by_id
all_bytes=0
all_tables=0
weigh() {
	local id bytes name
	while IFS=$'\t' read -r id bytes name; do
		if [[ $id =~ ^[0-9]+$ && $bytes =~ ^[0-9]+$ && -n $name ]]; then
			bytes_of["$name"]=$bytes
			bytes_by_id[id]=$bytes
			all_bytes=$((all_bytes + bytes))
			all_tables=$((all_tables + 1))
		fi
	done < tables
}

watch_dump() {
	local text name bytes done=0
	while IFS= read -r text; do
		error_line "$text"
		if [[ $text =~ dumping\ contents\ of\ table\ \"(.*)\"$ ]]; then
			name=${BASH_REMATCH[1]}
			bytes=${bytes_of["$name"]:-0}
			line item "Reading table $name ($(amount "$bytes"))" "$done" "$all_bytes"
			done=$((done + bytes))
		fi
	done
}

watch_rows() {
	local text id name bytes done=0
	while IFS= read -r text; do
		error_line "$text"
		if [[ $text =~ finished\ item\ ([0-9]+)\ TABLE\ DATA\ (.*)$ ]]; then
			id=${BASH_REMATCH[1]}
			name=${BASH_REMATCH[2]}
			bytes=${bytes_by_entry[id]:-0}
			done=$((done + bytes))
			line item "Wrote table $name ($(amount "$bytes"))" "$done" "$all_bytes"
		fi
	done
}

watch_indexes() {
	local text done=0
	while IFS= read -r text; do
		error_line "$text"
		if [[ $text =~ finished\ item\ [0-9]+\ (.*)$ ]]; then
			done=$((done + 1))
			line item "Finished ${BASH_REMATCH[1]}" "$done" "$late_entries"
		fi
	done
}

# Tools that are newer than the target cannot stop at the first error, as they make one
# themselves; then the phase ends well if no other was seen.
strict=(--exit-on-error)
if [ "$MOVE_NEWER" = yes ]; then strict=(); fi
well() { [ "$MOVE_NEWER" = yes ] && [ ! -s errors ]; }

restore() {
	onto "$MOVE_TOOLS/pg_restore" --dbname="$MOVE_TARGET_DATABASE" --use-list=keep --no-owner --no-acl \
		--no-comments --no-password --verbose "${strict[@]}" "$@" dump 2>&1 >/dev/null
}

# ---------------------------------------------------------------------------------------
line begin 'Looking at both databases'

[ -s pgpass ] || fail 'The passwords are missing.'
tables_sql="select c.oid, pg_relation_size(c.oid), translate(n.nspname || '.' || c.relname, E'\n\r\t', '   ')
	from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'
	and n.nspname not in ('pg_catalog', 'information_schema', '_heroku') and n.nspname not like 'pg\\_%'"
from "${ask[@]}" --field-separator=$'\t' --command="$tables_sql" > tables 2> errors \
	|| fail "The source could not be read: $(reason)"
weigh
schemas=$(onto "${ask[@]}" --command="select translate(nspname, E'\n\r', '  ') from pg_namespace" 2> errors) \
	|| fail "The target could not be opened: $(reason)"
present=$(onto "${ask[@]}" --command="select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
	and n.nspname not like 'pg\\_%' and not exists (select 1 from pg_depend d
	where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')" 2> errors) \
	|| fail "The target could not be read: $(reason)"
[ "$present" = 0 ] || fail "The target database is not empty ($present relations); a copy goes into a fresh one only."

# One moment of the source for the dump and for the fingerprint that a comparison needs. The
# sequences come first, as they do not keep to moments: the dump may find them further on.
mkfifo questions answers
from "${ask[@]}" < questions > answers 2> errors.fingerprint &
snapshot_worker=$!
exec {to}> questions {back}< answers
{
	cat settings.sql
	echo 'begin isolation level repeatable read read only;'
	echo 'select pg_export_snapshot();'
} >&"$to"
read -r -t 60 snapshot <&"$back" || fail "The source could not be read: $(head -n 3 errors.fingerprint)"
{
	echo '\o fingerprint.half'
	cat sequences.sql
	echo '\gexec'
} >&"$to"

begin dump "Reading $all_tables tables, $(amount "$all_bytes")"
from "$MOVE_TOOLS/pg_dump" --format=directory --jobs="$MOVE_JOBS" --compress=0 --no-sync --verbose --no-password \
	--lock-wait-timeout=60000 --exclude-schema=_heroku --no-publications --no-subscriptions \
	--no-security-labels --snapshot="$snapshot" --file=dump 2>&1 >/dev/null | watch_dump || fail "The source could not be read: $(reason)"

{
	cat catalogue.sql
	echo ';'
	cat tables.sql
	echo '\gexec'
	echo 'commit;'
} >&"$to"
exec {to}>&- {back}<&-

begin tables 'Making the tables'
"$MOVE_TOOLS/pg_restore" --list dump > toc 2> errors || fail "The dump cannot be listed: $(reason)"
SCHEMAS=$schemas awk '
	BEGIN { s = split(ENVIRON["SCHEMAS"], schemas, "\n") }
	/^;/ || /^$/ { next }
	{
		entry = $0
		sub(/^[0-9]+; [0-9]+ [0-9]+ /, "", entry)
		if (entry ~ /^(EXTENSION|COMMENT - EXTENSION|ACL|DEFAULT ACL|PUBLICATION|SUBSCRIPTION|SERVER|USER MAPPING|FOREIGN|EVENT TRIGGER) /) next
		if (entry ~ /^[A-Z ]+ _heroku /) next
		for (i = 1; i <= s; i++) if (index(entry, "SCHEMA - " schemas[i] " ") == 1) next
		print
	}' toc > keep || fail 'The list of the dump could not be filtered.'
declare -a bytes_by_entry
late_entries=0
while IFS= read -r entry; do
	if [[ $entry =~ ^([0-9]+)\;\ [0-9]+\ ([0-9]+)\ TABLE\ DATA\  ]]; then
		bytes_by_entry[BASH_REMATCH[1]]=${bytes_by_id[BASH_REMATCH[2]]:-0}
	elif [[ $entry =~ ^[0-9]+\;\ [0-9]+\ [0-9]+\ (INDEX|CONSTRAINT|FK\ CONSTRAINT|TRIGGER|MATERIALIZED|RULE|POLICY|STATISTICS) ]]; then
		late_entries=$((late_entries + 1))
	fi
done < keep
restore --section=pre-data | while IFS= read -r text; do error_line "$text"; done \
	|| well || fail "The tables could not be made: $(reason)"

begin rows 'Writing the rows'
restore --section=data --jobs="$MOVE_JOBS" | watch_rows || well || fail "The rows could not be written: $(reason)"

begin indexes "Building $late_entries indexes and constraints"
restore --section=post-data --jobs="$MOVE_JOBS" | watch_indexes \
	|| well || fail "Indexes and constraints could not be built: $(reason)"

begin statistics 'Collecting statistics for the planner'
onto "${ask[@]}" --command='set client_min_messages = error' --command='analyze' > /dev/null 2> errors \
	|| fail "Statistics could not be collected: $(reason)"
wait "$snapshot_worker" || fail "The source could not be compared: $(head -n 3 errors.fingerprint)"
mv fingerprint.half fingerprint
line bytes '' "$all_bytes" "$all_bytes"
complete=yes
