select table_name, engine, coalesce(data_length, 0), coalesce(index_length, 0), auto_increment,
	table_comment
from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE' order by data_length desc, table_name
