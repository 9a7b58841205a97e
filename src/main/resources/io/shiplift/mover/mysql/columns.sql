select table_name, column_name, data_type, column_type, is_nullable, column_default, extra, generation_expression,
	least(coalesce(character_maximum_length, 0), 4294967295), coalesce(numeric_precision, 0), coalesce(numeric_scale, 0),
	collation_name, column_comment
from information_schema.columns where table_schema = ? order by table_name, ordinal_position
