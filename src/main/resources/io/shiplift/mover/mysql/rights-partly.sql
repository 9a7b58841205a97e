select distinct c.table_name from information_schema.column_privileges c
where c.table_schema = ? and not exists (select 1 from information_schema.table_privileges t
	where t.table_schema = c.table_schema and t.table_name = c.table_name and t.privilege_type = 'SELECT')
order by 1
