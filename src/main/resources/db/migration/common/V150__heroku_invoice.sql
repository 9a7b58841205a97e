create table heroku_invoice (
	migration_id varchar(8) primary key references migration (id) on delete cascade,
	cents bigint not null,
	typed_by bigint not null,
	typed_at timestamp with time zone not null
);
