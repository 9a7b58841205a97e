select table_name, index_name, non_unique, column_name, coalesce(sub_part, 0), index_type
from information_schema.statistics where table_schema = ? order by table_name, index_name, seq_in_index
