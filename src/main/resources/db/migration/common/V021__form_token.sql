create table form_token (
	person_id bigint not null,
	form varchar(120) not null,
	token varchar(32) not null,
	used_at timestamp with time zone not null,
	led_to varchar(200) not null,
	primary key (person_id, form, token)
);

create index form_token_by_time on form_token (used_at);
create index step_run_by_key on step_run (step_key, status, id);
