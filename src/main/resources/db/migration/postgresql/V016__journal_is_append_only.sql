create function refuse_change_of_journal() returns trigger language plpgsql as $$
begin
	raise exception 'The journal is append-only';
end
$$;

create trigger journal_is_append_only before update or delete or truncate on journal
	for each statement execute function refuse_change_of_journal();
